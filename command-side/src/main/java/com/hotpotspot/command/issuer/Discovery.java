package com.hotpotspot.command.issuer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.JwsAlgorithms;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationServerMetadataClaimNames;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderMetadataClaimNames;

/** What the issuer publishes about itself (RFC 8414, OpenID Connect Discovery): the doors there are, and no others. */
final class Discovery {

    private static final Set<String> TOLD = Set.of(
            OAuth2AuthorizationServerMetadataClaimNames.ISSUER,
            OAuth2AuthorizationServerMetadataClaimNames.AUTHORIZATION_ENDPOINT,
            OAuth2AuthorizationServerMetadataClaimNames.TOKEN_ENDPOINT,
            OAuth2AuthorizationServerMetadataClaimNames.TOKEN_ENDPOINT_AUTH_METHODS_SUPPORTED,
            OAuth2AuthorizationServerMetadataClaimNames.JWKS_URI,
            OAuth2AuthorizationServerMetadataClaimNames.RESPONSE_TYPES_SUPPORTED,
            OAuth2AuthorizationServerMetadataClaimNames.GRANT_TYPES_SUPPORTED,
            OAuth2AuthorizationServerMetadataClaimNames.CODE_CHALLENGE_METHODS_SUPPORTED,
            OAuth2AuthorizationServerMetadataClaimNames.SCOPES_SUPPORTED,
            OidcProviderMetadataClaimNames.SUBJECT_TYPES_SUPPORTED,
            OidcProviderMetadataClaimNames.ID_TOKEN_SIGNING_ALG_VALUES_SUPPORTED,
            OidcProviderMetadataClaimNames.END_SESSION_ENDPOINT);

    private Discovery() {}

    /** Leaves of what the framework can do what is done here. */
    static void tell(Map<String, Object> claims) {
        claims.keySet().retainAll(TOLD);
        claims.put(
                OAuth2AuthorizationServerMetadataClaimNames.TOKEN_ENDPOINT_AUTH_METHODS_SUPPORTED,
                List.of(
                        ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue(),
                        ClientAuthenticationMethod.CLIENT_SECRET_POST.getValue(),
                        ClientAuthenticationMethod.NONE.getValue()));
        claims.put(
                OAuth2AuthorizationServerMetadataClaimNames.GRANT_TYPES_SUPPORTED,
                List.of(
                        AuthorizationGrantType.AUTHORIZATION_CODE.getValue(),
                        AuthorizationGrantType.CLIENT_CREDENTIALS.getValue()));
        claims.computeIfPresent(
                OidcProviderMetadataClaimNames.ID_TOKEN_SIGNING_ALG_VALUES_SUPPORTED,
                (name, framework) -> List.of(JwsAlgorithms.ES256));
    }
}
