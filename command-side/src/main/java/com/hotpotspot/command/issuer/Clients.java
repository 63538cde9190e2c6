package com.hotpotspot.command.issuer;

import com.hotpotspot.command.account.AccountRegistry;
import com.hotpotspot.command.account.RegisteredAccount;
import com.hotpotspot.command.web.PageOrigin;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * Who may ask for tokens: every account of a program, in its own name, and the pages, in the name of whoever signs in
 * on them. The pages run where everybody can look, so that they have no secret and prove each request by its own key
 * (PKCE, RFC 7636).
 */
@Component
@IfBuiltIn
class Clients implements RegisteredClientRepository {

    /** The id that the pages go by; no account has one like it. */
    static final String PAGES = "pages";

    private static final String SIGN_IN_RETURNS_TO = "/login/oauth2/code/hotpotspot";
    private static final Pattern ACCOUNT = Pattern.compile(AccountId.FORM);

    private final AccountRegistry accounts;
    private final TokenSettings tokens;
    private final RegisteredClient pages;

    Clients(AccountRegistry accounts, IssuerSettings settings, PageOrigin origin) {
        this.accounts = accounts;
        this.tokens = TokenSettings.builder()
                .accessTokenTimeToLive(settings.tokenLifetime())
                .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                .build();
        this.pages = RegisteredClient.withId(PAGES)
                .clientId(PAGES)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(origin + SIGN_IN_RETURNS_TO)
                .postLogoutRedirectUri(origin + "/")
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(tokens)
                .build();
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        if (clientId.equals(PAGES)) {
            return pages;
        }
        return Optional.of(clientId)
                .filter(id -> ACCOUNT.matcher(id).matches())
                .flatMap(id -> accounts.find(new AccountId(id)))
                .filter(account -> account.kind() == AccountKind.CLIENT)
                .map(this::client)
                .orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    /** Clients are accounts, and accounts come from events. */
    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("a client is registered by creating its account");
    }

    /** Its secrets are compared by {@link ClientSecrets}, which asks for the account. */
    private RegisteredClient client(RegisteredAccount account) {
        String id = account.id().value();
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(tokens)
                .build();
    }
}
