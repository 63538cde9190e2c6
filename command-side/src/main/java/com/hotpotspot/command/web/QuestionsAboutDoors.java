package com.hotpotspot.command.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has TRACE and OPTIONS refused like every other method that no door has. A servlet answers them by itself: one with
 * what was sent, the other with methods that it has and the door has not.
 */
@Component
@Order(BodyGate.BEHIND_SECURITY)
final class QuestionsAboutDoors extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.TRACE.matches(request.getMethod()) && !HttpMethod.OPTIONS.matches(request.getMethod());
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new InAMethodThatNobodyKnows(request), response);
    }

    private static final class InAMethodThatNobodyKnows extends HttpServletRequestWrapper {

        private final String method;

        InAMethodThatNobodyKnows(HttpServletRequest request) {
            super(request);
            // Which methods are the same depends on their case (RFC 9110 §9.1).
            method = request.getMethod().toLowerCase(Locale.ROOT);
        }

        @Override
        public String getMethod() {
            return method;
        }
    }
}
