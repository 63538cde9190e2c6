package com.hotpotspot.query.access;

import com.hotpotspot.query.web.BlockingWork;
import com.hotpotspot.query.web.Problem;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.authentication.ReactiveOidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** How people sign in on the pages: at the issuer, by OpenID Connect with an authorization code and PKCE. */
final class SignIn implements ServerAuthenticationSuccessHandler, ServerAuthenticationFailureHandler {

    /** What the issuer is called in addresses of ours. */
    static final String REGISTRATION = "hotpotspot";

    /** Where the issuer sends people back to. */
    static final String RETURN = "/login/oauth2/code/" + REGISTRATION;

    /** Where it begins, for whoever follows a link. */
    static final String BEGIN = "/oauth2/authorization/" + REGISTRATION;

    /** Where forms for signing out are sent. */
    static final String SIGN_OUT = "/sign-out";

    /** What a sign-in fails with where the issuer has trouble of its own, or answers what is no answer. */
    private static final Set<String> OUTAGES =
            Set.of(OAuth2ErrorCodes.SERVER_ERROR, OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE, "invalid_token_response");

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();

    static ClientRegistration registration(AccessSettings settings, PageOrigin pages) {
        String secret = settings.clientSecret();
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(secret)
                .clientAuthenticationMethod(
                        secret == null
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(pages.at(RETURN).toString())
                .scope("openid")
                .issuerUri(settings.issuer().toString())
                .authorizationUri(settings.authorizationUri().toString())
                .tokenUri(settings.tokenUri().toString())
                .jwkSetUri(settings.jwksUri().toString())
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(
                        Map.of("end_session_endpoint", settings.endSessionUri().toString()))
                .build();
    }

    static ReactiveAuthenticationManager manager(
            AccessSettings settings, JWKSource<SecurityContext> keys, People people, BlockingWork threads) {
        WebClientReactiveAuthorizationCodeTokenResponseClient client =
                new WebClientReactiveAuthorizationCodeTokenResponseClient();
        client.setWebClient(WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(
                        HttpClient.create().responseTimeout(PATIENCE).proxyWithSystemProperties()))
                .build());
        OidcAuthorizationCodeReactiveAuthenticationManager manager =
                new OidcAuthorizationCodeReactiveAuthenticationManager(client, people);
        manager.setJwtDecoderFactory(registration -> idTokens(registration, settings, keys, threads));
        return manager;
    }

    private static ReactiveJwtDecoder idTokens(
            ClientRegistration registration,
            AccessSettings settings,
            JWKSource<SecurityContext> keys,
            BlockingWork threads) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(settings.trust().algorithms(), keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {}); // the validators below do
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(ReactiveOidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        return token -> Mono.fromCallable(() -> decoder.decode(token)).subscribeOn(threads.scheduler());
    }

    /**
     * What forms of the pages send along is made now, since that changes the session's id: later, another page that
     * loads at the same moment would lose its session.
     */
    @Override
    public Mono<Void> onAuthenticationSuccess(WebFilterExchange exchange, Authentication authentication) {
        return SignedInPeople.formToken(exchange.getExchange())
                .then(redirect.sendRedirect(
                        exchange.getExchange(),
                        URI.create(target(exchange.getExchange()).path())));
    }

    @Override
    public Mono<Void> onAuthenticationFailure(WebFilterExchange exchange, AuthenticationException failure) {
        Problem problem =
                isOutage(failure) ? Problem.unavailable("The issuer").knownAs("issuer-unavailable") : refusal(failure);
        return Mono.error(
                problem.leadingTo("sign-in", target(exchange.getExchange()).signIn()));
    }

    private static Target target(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(PendingSignIns.TARGET, Target.FIRST_PAGE);
    }

    private static Problem refusal(AuthenticationException failure) {
        return switch (failure instanceof OAuth2AuthenticationException answered
                ? answered.getError().getErrorCode()
                : "") {
            case OAuth2ErrorCodes.ACCESS_DENIED ->
                Problem.notSignedIn("The sign-in was given up.").knownAs("sign-in-given-up");
            case "authorization_request_not_found" ->
                Problem.notSignedIn(
                                "This sign-in was begun too long ago or in another browser, or it is finished already.")
                        .knownAs("sign-in-too-old");
            default -> Problem.notSignedIn("The sign-in came to nothing.").knownAs("sign-in-failed");
        };
    }

    private static boolean isOutage(Throwable failure) {
        return switch (failure) {
            case IOException unreachable -> true;
            case OAuth2AuthenticationException answered
            when OUTAGES.contains(answered.getError().getErrorCode()) -> true;
            default -> failure.getCause() != null && isOutage(failure.getCause());
        };
    }
}
