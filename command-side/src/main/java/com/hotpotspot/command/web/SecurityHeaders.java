package com.hotpotspot.command.web;

import com.hotpotspot.exposure.BrowserHeaders;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells browsers to make nothing of this side's answers but data. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeaders extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        BrowserHeaders.ALWAYS.forEach(response::setHeader);
        response.setHeader(BrowserHeaders.CONTENT_POLICY, BrowserHeaders.NOTHING_BUT_DATA);
        response.setHeader("Cache-Control", BrowserHeaders.KEEP_NOTHING);
        if (request.isSecure()) {
            response.setHeader(BrowserHeaders.TRANSPORT_SECURITY, BrowserHeaders.ENCRYPTED_FROM_NOW_ON);
        }
        chain.doFilter(request, response);
    }
}
