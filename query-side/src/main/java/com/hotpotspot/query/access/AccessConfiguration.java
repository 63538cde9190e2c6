package com.hotpotspot.query.access;

import com.hotpotspot.access.RoleLimits;
import com.hotpotspot.bearer.IssuerKeys;
import com.hotpotspot.limits.Limits;
import com.hotpotspot.query.web.BlockingWork;
import com.hotpotspot.query.web.ClientAddresses;
import com.hotpotspot.query.web.FormTargets;
import com.hotpotspot.query.web.Problem;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.logout.DelegatingServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;
import reactor.core.publisher.Mono;

/** Puts the locks on: Spring Security, declared by hand, with a doorkeeper that asks each door who may come in. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class AccessConfiguration {

    private static final String SESSION_COOKIE = "HPS-PAGES";

    @Bean
    JWKSource<SecurityContext> issuerKeys(AccessSettings settings) {
        return IssuerKeys.at(settings.jwksUri());
    }

    @Bean
    AccessTokens accessTokens(
            AccessSettings settings,
            JWKSource<SecurityContext> keys,
            KnownAccounts accounts,
            AccountsReader log,
            Clock clock) {
        return new AccessTokens(settings, keys, accounts, log, clock);
    }

    @Bean
    RoleLimits roleLimits(AccessSettings settings) {
        return new RoleLimits(settings.limits());
    }

    @Bean
    SignInLimits signInLimits(Limits limits, ClientAddresses addresses) {
        return new SignInLimits(limits.signIns().perAddress(), addresses);
    }

    @Bean
    SessionsOfPeople sessionsOfPeople(SessionSettings settings, KnownAccounts accounts, Clock clock) {
        return new SessionsOfPeople(settings, accounts, clock);
    }

    /** The issuer may be on the same host, where cookies are shared, so that the name has to be another. */
    @Bean
    WebSessionIdResolver sessionCookie(PageOrigin pages) {
        CookieWebSessionIdResolver cookies = new CookieWebSessionIdResolver();
        cookies.setCookieName(SESSION_COOKIE);
        cookies.addCookieInitializer(cookie ->
                cookie.path("/").httpOnly(true).secure(pages.isSecure()).sameSite("Lax"));
        return cookies;
    }

    /** After signing out a form leads through the issuer and back to the pages. */
    @Bean
    FormTargets formTargets(AccessSettings settings) {
        return FormTargets.at(settings.endSessionUri(), settings.authorizationUri());
    }

    @Bean
    ClientRegistration pagesAtIssuer(AccessSettings settings, PageOrigin pages) {
        return SignIn.registration(settings, pages);
    }

    @Bean
    ReactiveClientRegistrationRepository registrations(ClientRegistration pagesAtIssuer) {
        return new InMemoryReactiveClientRegistrationRepository(pagesAtIssuer);
    }

    /** Who asks comes before how they ask: a method that no door has is refused by the door, which names its own. */
    @Bean
    ServerWebExchangeFirewall anyMethod() {
        StrictServerWebExchangeFirewall firewall = new StrictServerWebExchangeFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    /** Nobody looks at them, and they take time. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Signing in keeps them there, since there is one. */
    @Bean
    ServerOAuth2AuthorizedClientRepository tokensOfPeople() {
        return new WebSessionServerOAuth2AuthorizedClientRepository();
    }

    @Bean
    ServerExchangeRejectedHandler oddRequests() {
        return (exchange, odd) -> Mono.error(Problem.malformed("The request has a form that nothing here has."));
    }

    @Bean
    SecurityWebFilterChain locks(
            ServerHttpSecurity http,
            AccessSettings settings,
            PageOrigin pages,
            ClientRegistration pagesAtIssuer,
            ReactiveClientRegistrationRepository registrations,
            JWKSource<SecurityContext> keys,
            AccessTokens tokens,
            BlockingWork threads,
            Doors doors,
            OpenDoors openDoors,
            RoleLimits limits,
            KnownAccounts accounts,
            QuestionPlaces questions,
            SessionsOfPeople sessions,
            SignInLimits signInLimits,
            Clock clock) {
        PendingSignIns pending = new PendingSignIns(pagesAtIssuer, SignIn.RETURN, signInLimits, clock);
        SignInRequests requests =
                new SignInRequests(new DefaultServerOAuth2AuthorizationRequestResolver(registrations), pending);
        SignInFirst signInFirst = new SignInFirst(requests, pending);
        FormTokens formTokens = new FormTokens(sessions);
        SignIn signIn = new SignIn();
        return http.headers(ServerHttpSecurity.HeaderSpec::disable) // SecurityHeaders sets them
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable) // a sign-in knows its target itself
                .oauth2ResourceServer(programs -> knowByToken(programs, bearers(tokens, accounts)))
                .oauth2Login(people -> people.clientRegistrationRepository(registrations)
                        .authorizationRequestRepository(pending)
                        .authorizationRequestResolver(requests)
                        .securityContextRepository(sessions)
                        .authenticationManager(SignIn.manager(settings, keys, new People(tokens, threads), threads))
                        .authenticationSuccessHandler(signIn)
                        .authenticationFailureHandler(signIn))
                .logout(signOut -> signOut.requiresLogout(new AndServerWebExchangeMatcher(
                                ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, SignIn.SIGN_OUT),
                                sessions::exists))
                        .logoutHandler(new DelegatingServerLogoutHandler(
                                new SecurityContextServerLogoutHandler(), new WebSessionServerLogoutHandler()))
                        .logoutSuccessHandler(atIssuerToo(registrations, pages)))
                .securityContextRepository(sessions)
                .csrf(formTokens::protect)
                .addFilterBefore(new SignedInPeople(sessions, accounts, doors, settings), SecurityWebFiltersOrder.CSRF)
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(signInFirst).accessDeniedHandler(signInFirst))
                .authorizeExchange(
                        all -> all.anyExchange().access(new Doorkeeper(doors, openDoors, limits, accounts, questions)))
                .build();
    }

    private static void knowByToken(
            ServerHttpSecurity.OAuth2ResourceServerSpec programs, ReactiveAuthenticationManager bearers) {
        programs.jwt(jwt -> jwt.authenticationManager(bearers))
                .authenticationFailureHandler((exchange, bad) -> Mono.error(Problem.badToken()));
    }

    private static ReactiveAuthenticationManager bearers(AccessTokens tokens, KnownAccounts accounts) {
        return token -> Mono.fromCallable(() -> {
            SignedIn signedIn = tokens.verify(((BearerTokenAuthenticationToken) token).getToken());
            return new BearerAuthentication(signedIn, () -> accounts.roles(signedIn));
        });
    }

    private static ServerLogoutSuccessHandler atIssuerToo(
            ReactiveClientRegistrationRepository registrations, PageOrigin pages) {
        OidcClientInitiatedServerLogoutSuccessHandler handler =
                new OidcClientInitiatedServerLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri(pages.at("/").toString());
        handler.setLogoutSuccessUrl(pages.at("/"));
        return handler;
    }
}
