package com.hotpotspot.command.access;

import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.bearer.IssuerKeys;
import com.hotpotspot.bearer.Trust;
import com.hotpotspot.bearer.VerifiedTokens;
import com.hotpotspot.command.web.PageOrigin;
import com.hotpotspot.command.web.ProblemDocuments;
import com.hotpotspot.events.account.Role;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** How callers are told apart. Which of them may come through which door is the door's own declaration. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class AccessConfiguration {

    /** Behind the chains of the issuer, which look at paths of their own. */
    private static final int LAST = 100;

    /** Where issuers have their doors. */
    private static final String[] ISSUERS = {
        "/oauth2/**", "/connect/**", "/userinfo", "/.well-known/**", "/sign-in", "/sign-in/**", "/sign-in.css"
    };

    private static final Duration PREFLIGHT_IS_GOOD_FOR = Duration.ofHours(1);

    /** No session, no cookie: whoever calls sends a token each time, so that nobody can be made to call unawares. */
    @Bean
    @Order(LAST)
    SecurityFilterChain doors(
            HttpSecurity http,
            Bearers bearers,
            PageOrigin pages,
            PublicDoors openToAll,
            ProblemDocuments documents,
            WhoAreYou whoAreYou,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        AccessDeniedHandler notYou =
                (request, response, failure) -> problems.resolveException(request, response, null, failure);
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilter(otherOrigins(pages, documents))
                .oauth2ResourceServer(bearer -> bearer.authenticationEntryPoint(whoAreYou)
                        .accessDeniedHandler(notYou)
                        .jwt(jwt -> jwt.authenticationManager(bearers::authenticate)))
                .exceptionHandling(
                        refusal -> refusal.authenticationEntryPoint(whoAreYou).accessDeniedHandler(notYou))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator", "/actuator/**")
                        .hasAnyAuthority(Role.ADMIN.name(), Role.AUDITOR.name())
                        .requestMatchers(openToAll)
                        .permitAll()
                        // What an issuer may have and ours has not: no token opens it, so that none is asked for.
                        .requestMatchers(ISSUERS)
                        .permitAll()
                        // Whose role may come through which door, is asked by the door keeper.
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** Commands are timed as commands; an observation of each filter and each decision costs more than it tells. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** A path that could mean another than it seems to is looked into no further. */
    @Bean
    RequestRejectedHandler strangePaths(
            WhoAreYou whoAreYou, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return (request, response, rejection) -> {
            if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
                whoAreYou.ask(request, response);
            } else {
                problems.resolveException(
                        request, response, null, new ErrorResponseException(HttpStatus.BAD_REQUEST, rejection));
            }
        };
    }

    /** Who asks comes before how they ask: methods and headers are judged where they mean something. */
    @Bean
    HttpFirewall pathsOnly() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderNames(name -> true);
        firewall.setAllowedHeaderValues(value -> true);
        return firewall;
    }

    @Bean
    VerifiedTokens<JWTClaimsSet> tokens(
            AccessSettings settings, ObjectProvider<JWKSource<SecurityContext>> builtInKeys, Clock clock) {
        URI published = settings.jwksUri();
        JWKSource<SecurityContext> keys = published == null ? builtInKeys.getObject() : IssuerKeys.at(published);
        Trust trust = new Trust(settings.issuer(), settings.audience(), Trust.algorithms(settings.algorithms()));
        return new VerifiedTokens<>(trust, keys, claims -> claims, clock);
    }

    private static CorsFilter otherOrigins(PageOrigin pages, ProblemDocuments documents) {
        CorsFilter filter = new CorsFilter(only(pages));
        filter.setCorsProcessor(new DefaultCorsProcessor() {
            @Override
            protected void rejectRequest(ServerHttpResponse response) throws IOException {
                response.setStatusCode(HttpStatus.FORBIDDEN);
                response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
                response.getBody()
                        .write(documents.json(documents.of(
                                GeneralCode.FORBIDDEN,
                                "Scripts of other origins than that of the pages may send nothing.",
                                List.of())));
                response.flush();
            }
        });
        return filter;
    }

    private static CorsConfigurationSource only(PageOrigin pages) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(List.of(pages.toString()));
        cors.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.POST.name()));
        cors.setAllowedHeaders(List.of(
                HttpHeaders.AUTHORIZATION,
                HttpHeaders.CONTENT_TYPE,
                "Idempotency-Key",
                "X-Correlation-Id",
                "traceparent"));
        cors.setExposedHeaders(List.of("Idempotency-Replayed", HttpHeaders.RETRY_AFTER));
        cors.setAllowCredentials(false);
        cors.setMaxAge(PREFLIGHT_IS_GOOD_FOR);
        UrlBasedCorsConfigurationSource everywhere = new UrlBasedCorsConfigurationSource();
        everywhere.registerCorsConfiguration("/**", cors);
        return everywhere;
    }
}
