package com.hotpotspot.command.issuer;

import com.hotpotspot.access.RateLimit;
import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.command.web.NotReadyException;
import com.hotpotspot.command.web.Readiness;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Guards the doors where one signs in. It limits how often somebody may try a secret, before any is compared: that
 * takes memory and a core, on purpose. A client is counted at its address, so that nobody keeps another from signing in
 * by trying in their name. Where secrets cannot be compared at the moment, it says so.
 */
@Component
@IfBuiltIn
@Order(SignInLimits.BEFORE_SECURITY)
class SignInLimits extends OncePerRequestFilter {

    static final int BEFORE_SECURITY = -200;

    private static final Set<String> DOORS = Set.of("/oauth2/token", IssuerConfiguration.SIGN_IN);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String BASIC = "Basic ";

    private final RateLimit<String> perAddress;
    private final RateLimit<ClientAt> perClient;
    private final Readiness readiness;
    private final HandlerExceptionResolver problems;

    SignInLimits(
            IssuerSettings settings,
            Readiness readiness,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.perAddress = new RateLimit<>(settings.requestsPerAddress(), MINUTE);
        this.perClient = new RateLimit<>(settings.requestsPerClient(), MINUTE);
        this.readiness = readiness;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod()) || !DOORS.contains(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (!readiness.caughtUp()) {
                throw new NotReadyException("The accounts are still being read; try again shortly.");
            }
            perAddress.count(request.getRemoteAddr());
            perClient.count(new ClientAt(clientOf(request), request.getRemoteAddr()));
            chain.doFilter(request, response);
        } catch (TooManyRequestsException | NotReadyException | DataAccessResourceFailureException e) {
            problems.resolveException(request, response, null, e);
        }
    }

    /** Whoever the request says it is from; nothing of it has been verified. */
    private static String clientOf(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return nameIn(header.substring(BASIC.length()));
        }
        @Nullable
        String parameter = request.getParameter(
                IssuerConfiguration.SIGN_IN.equals(request.getServletPath()) ? "username" : "client_id");
        return parameter == null ? "" : parameter;
    }

    private static String nameIn(String encoded) {
        try {
            String decoded = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            return colon < 0 ? decoded : decoded.substring(0, colon);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private record ClientAt(String client, String address) {}
}
