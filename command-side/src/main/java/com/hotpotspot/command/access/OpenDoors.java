package com.hotpotspot.command.access;

import com.hotpotspot.access.RateLimit;
import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.limits.ClientAddress;
import com.hotpotspot.limits.Limits;
import com.hotpotspot.limits.TrustedProxies;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** How often doors that are open to everybody are used from one address, but for the issuer's, which count apart. */
@Component
@Order(OpenDoors.BEFORE_SECURITY)
class OpenDoors extends OncePerRequestFilter {

    static final int BEFORE_SECURITY = -190;

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final RateLimit<ClientAddress> visits;
    private final TrustedProxies proxies;
    private final PublicDoors doors;
    private final HandlerExceptionResolver problems;

    OpenDoors(
            Limits limits,
            PublicDoors doors,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.visits = new RateLimit<>(limits.openDoors().perAddress(), SECOND);
        this.proxies = limits.proxies();
        this.doors = doors;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // Sales do not pay for this: nothing that is open takes anything.
        return HttpMethod.POST.matches(request.getMethod())
                || (!request.getRequestURI().startsWith("/actuator/") && !doors.matches(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            visits.count(proxies.caller(request.getRemoteAddr(), name -> Collections.list(request.getHeaders(name))));
        } catch (TooManyRequestsException e) {
            problems.resolveException(request, response, null, e);
            return;
        }
        chain.doFilter(request, response);
    }
}
