package com.hotpotspot.command.issuer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * The sign-ins of people that are under way or may be ended: found by the code that a page exchanges, and by the ID
 * token that it signs out with. They are in this process only, as the sessions are. A program's tokens are not kept:
 * nobody asks for them, and they expire by themselves.
 */
@Component
@IfBuiltIn
class OpenSignIns implements OAuth2AuthorizationService {

    private static final int MOST = 20_000;
    private static final Duration LONGEST_DAY = Duration.ofHours(24);

    private final Cache<String, OAuth2Authorization> byId = cache();
    private final Cache<String, String> idByToken = cache();

    private static <V> Cache<String, V> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(LONGEST_DAY)
                .build();
    }

    /** A code that was redeemed is found no longer. */
    @Override
    public void save(OAuth2Authorization authorization) {
        if (authorization.getAuthorizationGrantType().equals(AuthorizationGrantType.AUTHORIZATION_CODE)) {
            byId.put(authorization.getId(), authorization);
            tokens(authorization).forEach(token -> idByToken.put(token, authorization.getId()));
            code(authorization)
                    .filter(OAuth2Authorization.Token::isInvalidated)
                    .ifPresent(
                            redeemed -> idByToken.invalidate(redeemed.getToken().getTokenValue()));
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        byId.invalidate(authorization.getId());
        tokens(authorization).forEach(idByToken::invalidate);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return byId.getIfPresent(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        String id = idByToken.getIfPresent(token);
        return id == null ? null : byId.getIfPresent(id);
    }

    private static Stream<String> tokens(OAuth2Authorization authorization) {
        return Stream.of(
                        Optional.ofNullable(authorization.<String>getAttribute("state")),
                        code(authorization).map(it -> it.getToken().getTokenValue()),
                        Optional.ofNullable(authorization.getToken(OidcIdToken.class))
                                .map(it -> it.getToken().getTokenValue()))
                .flatMap(Optional::stream);
    }

    private static Optional<OAuth2Authorization.Token<OAuth2AuthorizationCode>> code(
            OAuth2Authorization authorization) {
        return Optional.ofNullable(authorization.getToken(OAuth2AuthorizationCode.class));
    }
}
