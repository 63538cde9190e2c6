package com.hotpotspot.command.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Answers what fails before a request has come to its door as it would be answered there. Who asks is looked up in the
 * database, too, and while that is gone the server would write a page into the log for each request, strangers' as
 * well.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // around all that can fail, and within what every answer is told
final class FailuresOnTheWay extends OncePerRequestFilter {

    private final HandlerExceptionResolver problems;

    FailuresOnTheWay(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException e) {
            if (problems.resolveException(request, response, null, e) == null) {
                throw e;
            }
        }
    }
}
