package com.hotpotspot.query.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sign-ins that have begun. Each is kept by the browser that began it, in a cookie of its own: the pages that are open
 * in several tabs begin theirs at the same moment, and people who never come back cost the server nothing.
 */
final class PendingSignIns implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    /** Where somebody wanted to go, as an attribute of the request and later of the exchange. */
    static final String TARGET = "target";

    private static final String COOKIE = "HPS-SIGN-IN-";
    private static final Duration TIME_TO_SIGN_IN = Duration.ofMinutes(15);
    private static final int LONGEST_TARGET = 1_000;
    private static final Pattern STATE = Pattern.compile("([A-Za-z0-9_-]{16,64})=*");
    private static final Pattern CONTENT =
            Pattern.compile("([A-Za-z0-9_-]{43,128})\\.([A-Za-z0-9_-]{43,128})\\.([A-Za-z0-9_-]*)");

    private final ClientRegistration registration;
    private final String path;

    /** @param path where the issuer sends people back to */
    PendingSignIns(ClientRegistration registration, String path) {
        this.registration = registration;
        this.path = path;
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> {
            if (request != null) {
                cookieName(request.getState())
                        .ifPresent(name ->
                                exchange.getResponse().addCookie(cookie(name, content(request), TIME_TO_SIGN_IN)));
            }
        });
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> pending(exchange).orElse(null));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return loadAuthorizationRequest(exchange).doOnNext(request -> {
            cookieName(request.getState())
                    .ifPresent(name -> exchange.getResponse().addCookie(cookie(name, "", Duration.ZERO)));
            exchange.getAttributes().put(TARGET, request.getAttributes().getOrDefault(TARGET, "/"));
        });
    }

    private Optional<OAuth2AuthorizationRequest> pending(ServerWebExchange exchange) {
        String state = exchange.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE);
        return cookieName(state)
                .flatMap(name ->
                        Optional.ofNullable(exchange.getRequest().getCookies().getFirst(name)))
                .map(HttpCookie::getValue)
                .map(CONTENT::matcher)
                .filter(Matcher::matches)
                .map(content ->
                        request(String.valueOf(state), content.group(1), content.group(2), decoded(content.group(3))));
    }

    private OAuth2AuthorizationRequest request(String state, String verifier, String nonce, String target) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(registration.getRedirectUri())
                .scopes(registration.getScopes())
                .state(state)
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        registration.getRegistrationId(),
                        PkceParameterNames.CODE_VERIFIER,
                        verifier,
                        OidcParameterNames.NONCE,
                        nonce,
                        TARGET,
                        target))
                .build();
    }

    private static String content(OAuth2AuthorizationRequest request) {
        return "%s.%s.%s"
                .formatted(
                        request.<String>getAttribute(PkceParameterNames.CODE_VERIFIER),
                        request.<String>getAttribute(OidcParameterNames.NONCE),
                        encoded(String.valueOf(request.getAttributes().getOrDefault(TARGET, "/"))));
    }

    private ResponseCookie cookie(String name, String content, Duration age) {
        return ResponseCookie.from(name, content)
                .path(path)
                .maxAge(age)
                .httpOnly(true)
                .secure(String.valueOf(registration.getRedirectUri()).startsWith("https:"))
                .sameSite("Lax")
                .build();
    }

    /** The padding of Base64 has no place in a name. */
    private static Optional<String> cookieName(@Nullable String state) {
        return Optional.ofNullable(state)
                .map(STATE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> COOKIE + matcher.group(1));
    }

    private static String encoded(String target) {
        String kept = target.length() <= LONGEST_TARGET ? target : "/";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(kept.getBytes(UTF_8));
    }

    /** A place here; whatever else a cookie may hold becomes the first page. */
    private static String decoded(String target) {
        try {
            String path = new String(Base64.getUrlDecoder().decode(target), UTF_8);
            return path.matches("/(?![/\\\\])[!-\\[\\]-~]*") ? path : "/";
        } catch (IllegalArgumentException notBase64) {
            return "/";
        }
    }
}
