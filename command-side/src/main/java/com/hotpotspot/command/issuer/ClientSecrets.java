package com.hotpotspot.command.issuer;

import com.hotpotspot.events.account.CredentialId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/** Tells which program asks for a token, by its secret, and remembers by which of its secrets. */
@Component
@IfBuiltIn
class ClientSecrets implements AuthenticationProvider {

    private static final Set<ClientAuthenticationMethod> BY_SECRET =
            Set.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST);

    private final Clients clients;
    private final AccountSecrets secrets;

    ClientSecrets(Clients clients, AccountSecrets secrets) {
        this.clients = clients;
        this.secrets = secrets;
    }

    /** @return with the {@link CredentialId} as its details; null for a client that has no secret */
    @Override
    public @Nullable Authentication authenticate(Authentication given) throws AuthenticationException {
        if (!(given instanceof OAuth2ClientAuthenticationToken asked)
                || !BY_SECRET.contains(asked.getClientAuthenticationMethod())) {
            return null;
        }
        CredentialId credential = secrets.credentialOf(asked.getName(), asked.getCredentials(), asked.getDetails())
                .orElseThrow(ClientSecrets::wrong);
        RegisteredClient client = Optional.ofNullable(clients.findByClientId(asked.getName()))
                .filter(found -> found.getClientAuthenticationMethods().contains(asked.getClientAuthenticationMethod()))
                .orElseThrow(ClientSecrets::wrong);
        OAuth2ClientAuthenticationToken known =
                new OAuth2ClientAuthenticationToken(client, asked.getClientAuthenticationMethod(), null);
        known.setDetails(credential);
        return known;
    }

    private static OAuth2AuthenticationException wrong() {
        return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
