package com.hotpotspot.command.web;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.limits.ByteBudget;
import com.hotpotspot.limits.Limits;
import com.hotpotspot.limits.TooMuchUnderWayException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Looks at what a request says of its body and of its answer before anything is read or done, and lets bodies in only
 * within their limits. Comes after the question who asks, so that nothing is read of a stranger.
 */
@Component
@Order(BodyGate.BEHIND_SECURITY)
class BodyGate extends OncePerRequestFilter {

    static final int BEHIND_SECURITY = 0;

    private final Limits limits;
    private final ByteBudget<AccountId> bytesUnderWay;
    private final HandlerExceptionResolver problems;

    BodyGate(
            Limits limits,
            ByteBudget<AccountId> bytesUnderWay,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.limits = limits;
        this.bytesUnderWay = bytesUnderWay;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            admit(readable(request), response, chain);
        } catch (UnreadableRequestException | BodyTooLargeException | TooMuchUnderWayException e) {
            problems.resolveException(request, response, null, e);
        }
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean batch = isBatch(request);
        long limit = batch ? Bodies.BATCH : Bodies.DOCUMENT;
        long announced = request.getContentLengthLong();
        if (announced > limit) {
            throw new BodyTooLargeException(limit);
        }
        if (announced == 0) {
            chain.doFilter(request, response);
            return;
        }
        if (!(request.getUserPrincipal() instanceof Authentication caller)
                || !(caller.getPrincipal() instanceof AccountId account)) {
            // What open doors take are forms, which the server reads itself within a limit of its own.
            chain.doFilter(BufferedBody.leftUnread(request), response);
            return;
        }
        try (ByteBudget<AccountId>.Share share = bytesUnderWay.open(account)) {
            // A batch takes as much as is of it in memory, bit by bit.
            long expected = announced < 0 ? Bodies.DOCUMENT : announced;
            chain.doFilter(
                    new GuardedRequest(
                            request, limit, limits.deadlines(), batch, batch ? () -> {} : () -> share.take(expected)),
                    response);
        }
    }

    /** The request, as one that does not say what it takes where that is a list of nothing. */
    private static HttpServletRequest readable(HttpServletRequest request) {
        List<String> accept = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        boolean namesNothing = mediaTypes(accept).isEmpty() && !accept.isEmpty();
        BodyHeaders.requireReadable(request);
        return namesNothing ? new WithoutAccept(request) : request;
    }

    private static List<MediaType> mediaTypes(List<String> accept) {
        try {
            return MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException e) {
            throw UnreadableRequestException.accept();
        }
    }

    /** A list of nothing means as much as none; not everything that answers here knows that. */
    private static final class WithoutAccept extends HttpServletRequestWrapper {

        WithoutAccept(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return HttpHeaders.ACCEPT.equalsIgnoreCase(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return HttpHeaders.ACCEPT.equalsIgnoreCase(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }
    }

    static boolean isBatch(HttpServletRequest request) {
        String contentType = request.getContentType();
        return contentType != null && Bodies.isBatch(contentType);
    }
}
