package com.hotpotspot.command.web;

import com.hotpotspot.exposure.HealthParts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.NoHandlerFoundException;

/** Finds nothing where there are no {@linkplain HealthParts parts of the health}; behind whoever looks at who asks. */
@Component
final class HealthPaths extends OncePerRequestFilter {

    private final HealthEndpointGroups groups;
    private final HandlerExceptionResolver problems;

    HealthPaths(HealthEndpointGroups groups, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.groups = groups;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (HealthParts.isNoneAt(path, groups.getNames())) {
            problems.resolveException(
                    request, response, null, new NoHandlerFoundException(request.getMethod(), path, new HttpHeaders()));
        } else {
            chain.doFilter(request, response);
        }
    }
}
