package com.hotpotspot.command.issuer;

import static java.util.Objects.requireNonNull;

import com.hotpotspot.access.Identity;
import com.hotpotspot.command.access.AccessSettings;
import com.hotpotspot.command.account.AccountRegistry;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
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
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** The doors of the issuer, which Spring Authorization Server answers, and what goes into a token. */
@IfBuiltIn
@Configuration(proxyBeanMethods = false)
class IssuerConfiguration {

    static final String SIGN_IN = "/sign-in";
    static final String STYLE = "/sign-in.css";

    private static final int FIRST = 1;
    private static final int SECOND = 2;

    @Bean
    @Order(FIRST)
    SecurityFilterChain issuerChain(HttpSecurity http, Clients clients, OpenSignIns signIns, ClientSecrets secrets) {
        MediaTypeRequestMatcher pages = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(
                        server,
                        doors -> doors.registeredClientRepository(clients)
                                .authorizationService(signIns)
                                .oidc(Customizer.withDefaults())
                                .clientAuthentication(client -> client.authenticationProviders(all -> {
                                    all.removeIf(each -> !(each instanceof PublicClientAuthenticationProvider));
                                    all.add(secrets);
                                })))
                .headers(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(refusal -> refusal.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(SIGN_IN), pages))
                .build();
    }

    @Bean
    @Order(SECOND)
    SecurityFilterChain signInChain(HttpSecurity http, SignIn signIn) {
        return http.securityMatcher(SIGN_IN, STYLE)
                .authenticationProvider(signIn)
                .headers(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .formLogin(form -> form.loginPage(SIGN_IN).permitAll())
                .build();
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
     * it, and lists the roles that are in force now.
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
                context.getClaims().audience(List.of(access.audience())).claim(Identity.CLAIM, who.claims());
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
