package com.hotpotspot.command.issuer;

import static java.util.Objects.requireNonNull;

import com.hotpotspot.access.Identity;
import com.hotpotspot.command.access.AccessSettings;
import com.hotpotspot.command.account.AccountRegistry;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.PublicClientAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.oauth2.server.authorization.web.authentication.JwtClientAssertionAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.X509ClientCertificateAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The doors of the issuer, which Spring Authorization Server answers, and what goes into a token. */
@IfBuiltIn
@Configuration(proxyBeanMethods = false)
class IssuerConfiguration {

    static final String SIGN_IN = "/sign-in";
    static final String SIGNED_IN = SIGN_IN + "?done";
    static final String PASSWORD = SIGN_IN + "/password";
    static final String ACCOUNT = SIGN_IN + "/account";
    static final String ACCOUNT_PASSWORD = ACCOUNT + "/password";
    static final String ACCOUNT_SECOND_FACTOR = ACCOUNT + "/second-factor";
    static final String LANGUAGE = SIGN_IN + "/language";
    static final String CODE = SIGN_IN + "/code";
    static final String SECOND_FACTOR = SIGN_IN + "/second-factor";
    static final String STYLE = "/sign-in.css";
    static final String AUTHORIZE = "/oauth2/authorize";
    static final String SIGN_OUT = "/connect/logout";

    private static final String TOKEN = "/oauth2/token";
    private static final String KEYS = "/oauth2/jwks";
    private static final String OPENID_DISCOVERY = "/.well-known/openid-configuration";
    private static final String OAUTH_DISCOVERY = "/.well-known/oauth-authorization-server";

    /** How each door is asked; whatever else the framework would answer is not there. */
    static final Map<String, Set<HttpMethod>> DOORS = Map.of(
            TOKEN, Set.of(HttpMethod.POST),
            AUTHORIZE, Set.of(HttpMethod.GET),
            KEYS, Set.of(HttpMethod.GET),
            OPENID_DISCOVERY, Set.of(HttpMethod.GET),
            OAUTH_DISCOVERY, Set.of(HttpMethod.GET),
            SIGN_OUT, Set.of(HttpMethod.GET, HttpMethod.POST));

    /** What no person ever looks at. */
    static final Set<String> FOR_PROGRAMS = Set.of(TOKEN, KEYS, OPENID_DISCOVERY, OAUTH_DISCOVERY);

    private static final int FIRST = 1;
    private static final int SECOND = 2;

    @Bean
    @Order(FIRST)
    SecurityFilterChain issuerChain(
            HttpSecurity http,
            Clients clients,
            OpenSignIns signIns,
            ClientSecrets secrets,
            SignedInPeople people,
            PendingSignIns pending,
            AuthorizationErrors toPeople,
            TokenErrors toPrograms,
            IssuerPages pages) {
        RequestMatcher token = at(TOKEN, HttpMethod.POST);
        AuthenticationEntryPoint signInFirst = (request, response, failure) -> {
            pending.keep(request, response);
            IssuerPages.leadOn(response, SIGN_IN);
        };
        return http.securityMatcher(new OrRequestMatcher(DOORS.entrySet().stream()
                        .flatMap(door -> door.getValue().stream().map(method -> at(door.getKey(), method)))
                        .toList()))
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        doors -> doors.registeredClientRepository(clients)
                                .authorizationService(signIns)
                                .clientAuthentication(client -> client.errorResponseHandler(toPrograms)
                                        .authenticationConverters(all -> all.removeIf(IssuerConfiguration::isUnused))
                                        .authenticationProviders(all -> {
                                            all.removeIf(each -> !(each instanceof PublicClientAuthenticationProvider));
                                            all.add(secrets);
                                        }))
                                .tokenEndpoint(door -> door.errorResponseHandler(toPrograms))
                                .authorizationEndpoint(door -> door.errorResponseHandler(toPeople))
                                .authorizationServerMetadataEndpoint(door -> door.authorizationServerMetadataCustomizer(
                                        metadata -> metadata.claims(Discovery::tell)))
                                .oidc(oidc -> oidc.providerConfigurationEndpoint(
                                                door -> door.providerConfigurationCustomizer(
                                                        metadata -> metadata.claims(Discovery::tell)))
                                        .logoutEndpoint(door ->
                                                door.errorResponseHandler((request, response, failure) -> pages.say(
                                                        request, response, HttpStatus.BAD_REQUEST, "not-signed-in")))))
                .oauth2ResourceServer(IssuerConfiguration::believeNoToken)
                .securityContext(context -> context.securityContextRepository(people))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint((request, response, failure) -> {
                    AuthenticationEntryPoint answer = token.matches(request) ? toPrograms : signInFirst;
                    answer.commence(request, response, failure);
                }))
                .build();
    }

    private static RequestMatcher at(String path, HttpMethod method) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, path);
    }

    /** A token proves who somebody is at other doors; here it would renew itself for ever. */
    private static void believeNoToken(OAuth2ResourceServerConfigurer<HttpSecurity> bearers) {
        bearers.bearerTokenResolver(request -> null)
                .jwt(jwt -> jwt.authenticationManager(bearer -> {
                    throw new InvalidBearerTokenException("No token counts here.");
                }));
    }

    private static boolean isUnused(AuthenticationConverter byWhat) {
        return byWhat instanceof JwtClientAssertionAuthenticationConverter
                || byWhat instanceof X509ClientCertificateAuthenticationConverter;
    }

    @Bean
    @Order(SECOND)
    SecurityFilterChain signInChain(
            HttpSecurity http,
            SignIn signIn,
            SignedInPeople people,
            PendingSignIns pending,
            SignInForms forms,
            StepPages steps,
            IssuerPages pages) {
        return http.securityMatcher(SIGN_IN, SIGN_IN + "/**", STYLE)
                .authenticationProvider(signIn)
                .securityContext(context -> context.securityContextRepository(people))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(forms))
                .headers(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .permitAll()
                        .successHandler((request, response, person) ->
                                IssuerPages.leadOn(response, pending.take(request, response)))
                        .failureHandler(steps::onFailure))
                .exceptionHandling(refusal -> refusal.accessDeniedHandler((request, response, failure) ->
                        pages.signIn(request, response, HttpStatus.FORBIDDEN, "out-of-date")))
                .build();
    }

    /** Tells the framework when a session ends, which keeps a list of them for signing out. */
    @Bean
    HttpSessionEventPublisher endOfSessions() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    AuthorizationServerSettings issuerDoors(AccessSettings access) {
        return AuthorizationServerSettings.builder().issuer(access.issuer()).build();
    }

    @Bean
    JwtEncoder signer(SigningKeys keys) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(List::getFirst);
        return encoder;
    }

    /**
     * Each token names the credential that it was obtained with. An access token is for our doors, whoever asked for
     * it, lists the roles that are in force now, and names who asked, so that a person on the pages can be told from a
     * program.
     */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(AccountRegistry accounts, AccessSettings access, Clock clock) {
        return context -> {
            context.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
            Authentication asking = requireNonNull(context.<Authentication>getPrincipal());
            CredentialId credential = credentialOf(asking);
            Identity who = accounts.identify(new AccountId(asking.getName()), credential, clock.instant())
                    // It may be gone since it was looked at: while a code was on its way, above all.
                    .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
            context.getClaims().claim(Identity.CREDENTIAL_CLAIM, credential.value());
            if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                context.getClaims()
                        .audience(List.of(access.audience()))
                        .claim(Identity.CLAIM, who.claims())
                        .claim(
                                Identity.CLIENT_CLAIM,
                                context.getRegisteredClient().getClientId());
            }
        };
    }

    private static CredentialId credentialOf(Authentication asking) {
        if (asking.getPrincipal() instanceof Person person) {
            return person.credential();
        }
        if (asking.getDetails() instanceof CredentialId credential) {
            return credential;
        }
        throw new IllegalStateException("nobody gets a token without a credential");
    }
}
