package com.hotpotspot.query.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.hotpotspot.tlog.merkle.Hash;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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
 * Sign-ins that have begun. People who never come back cost the server nothing: all there is to know of a sign-in is
 * sealed into the {@code state} that comes back with the issuer's answer, and the browser that began it keeps, in one
 * of a few cookies, a secret without which the answer is worth nothing. So an answer that nobody asked for, that
 * another browser brings or that came before never makes this server ask the issuer for anything.
 */
final class PendingSignIns implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    /** Where to go after signing in, as an attribute of the exchange that finishes it. */
    static final String TARGET = Target.class.getName();

    /** Pages that are open in several tabs begin theirs at the same moment. Of more than these the oldest is lost. */
    static final int SLOTS = 16;

    private static final String COOKIE = "HPS-SIGN-IN-";
    private static final String SECRET = PendingSignIns.class.getName();
    private static final int SECRET_BYTES = 32;
    private static final Duration TIME_TO_SIGN_IN = Duration.ofMinutes(15);
    private static final int MOST_REMEMBERED = 10_000;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final ClientRegistration registration;
    private final String path;
    private final boolean secure;
    private final SignInLimits limits;
    private final Clock clock;
    private final SealedStates states = new SealedStates();
    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger begun = new AtomicInteger();

    /** By the hash of the secret. */
    private final Cache<String, Boolean> answered = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(TIME_TO_SIGN_IN)
            .build();

    /** @param path where the issuer sends people back to */
    PendingSignIns(ClientRegistration registration, String path, SignInLimits limits, Clock clock) {
        this.registration = registration;
        this.path = path;
        this.secure = String.valueOf(registration.getRedirectUri()).startsWith("https:");
        this.limits = limits;
        this.clock = clock;
    }

    /** A request to the issuer that remembers where somebody wanted to go. */
    OAuth2AuthorizationRequest begin(OAuth2AuthorizationRequest request, Target target) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = TEXT.encodeToString(bytes);
        BegunSignIn signIn = new BegunSignIn(
                clock.instant().plus(TIME_TO_SIGN_IN),
                Math.floorMod(begun.getAndIncrement(), SLOTS),
                hash(secret),
                text(request, PkceParameterNames.CODE_VERIFIER),
                text(request, OidcParameterNames.NONCE),
                target);
        return OAuth2AuthorizationRequest.from(request)
                .state(states.seal(signIn))
                .attributes(all -> all.put(SECRET, cookie(signIn.slot(), secret, TIME_TO_SIGN_IN)))
                .build();
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> {
            if (request != null && request.getAttributes().get(SECRET) instanceof ResponseCookie cookie) {
                exchange.getResponse().addCookie(cookie);
            }
        });
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.fromSupplier(
                () -> pending(exchange).map(signIn -> request(signIn, exchange)).orElse(null));
    }

    /** @throws com.hotpotspot.access.TooManyRequestsException if too many were finished from one address */
    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> pending(exchange)
                .filter(signIn -> answered.asMap().putIfAbsent(signIn.secretHash(), true) == null)
                .map(signIn -> {
                    exchange.getResponse().addCookie(cookie(signIn.slot(), "", Duration.ZERO));
                    limits.count(exchange.getRequest());
                    return request(signIn, exchange);
                })
                .orElse(null));
    }

    private Optional<BegunSignIn> pending(ServerWebExchange exchange) {
        String state = exchange.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE);
        return Optional.ofNullable(state).flatMap(states::open).filter(signIn -> {
            exchange.getAttributes().put(TARGET, signIn.target());
            return clock.instant().isBefore(signIn.until()) && isOfThisBrowser(signIn, exchange);
        });
    }

    private static boolean isOfThisBrowser(BegunSignIn signIn, ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(COOKIE + signIn.slot());
        return cookie != null
                && MessageDigest.isEqual(
                        hash(cookie.getValue()).getBytes(US_ASCII),
                        signIn.secretHash().getBytes(US_ASCII));
    }

    private OAuth2AuthorizationRequest request(BegunSignIn signIn, ServerWebExchange exchange) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(registration.getRedirectUri())
                .scopes(registration.getScopes())
                .state(exchange.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE))
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        registration.getRegistrationId(),
                        PkceParameterNames.CODE_VERIFIER,
                        signIn.verifier(),
                        OidcParameterNames.NONCE,
                        signIn.nonce()))
                .build();
    }

    private ResponseCookie cookie(int slot, String content, Duration age) {
        return ResponseCookie.from(COOKIE + slot, content)
                .path(path)
                .maxAge(age)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
    }

    private static String text(OAuth2AuthorizationRequest request, String attribute) {
        return Objects.requireNonNull(request.<String>getAttribute(attribute), attribute);
    }

    private static String hash(String secret) {
        return TEXT.encodeToString(Hash.sha256(secret.getBytes(US_ASCII)).bytes());
    }
}
