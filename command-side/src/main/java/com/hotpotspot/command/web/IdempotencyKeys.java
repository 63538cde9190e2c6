package com.hotpotspot.command.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.command.dispatch.RequestKey;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.eventlog.Trail;
import com.hotpotspot.events.idempotency.IdempotencyKey;
import com.hotpotspot.events.idempotency.IdempotencyKeyUsed;
import com.hotpotspot.limits.TooMuchUnderWayException;
import com.hotpotspot.limits.TooSlowException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.UriUtils;

/**
 * The {@code Idempotency-Key} of a request. It is used up by what the request's command records, so that a request
 * which was refused leaves its key for another try. A request that is sent again is decided again, which finds its own
 * facts and gives their answer, and records nothing, whatever has become of them since; a key that was used for
 * something else is refused.
 *
 * <p>Batches take no key: each of their lines has a sale number. Nor do strangers, of whom nothing is read; two
 * accounts may choose the same.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE) // behind the gate for bodies, which it reads
final class IdempotencyKeys extends OncePerRequestFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern VISIBLE = Pattern.compile("[ -~]+");
    private static final String KEY = IdempotencyKeys.class.getName();

    private final EventLog log;
    private final HandlerExceptionResolver problems;
    private final Set<IdempotencyKey> running = ConcurrentHashMap.newKeySet();

    IdempotencyKeys(EventLog log, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.log = log;
        this.problems = problems;
    }

    /** The key that the request came with, be it used before or not. */
    static Optional<RequestKey> keyOf(HttpServletRequest request) {
        return Optional.ofNullable((RequestKey) request.getAttribute(KEY));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null
                || request.getRemoteUser() == null
                || !HttpMethod.POST.matches(request.getMethod())
                || BodyGate.isBatch(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            guard(request, response, chain);
        } catch (IdempotencyKeyException
                | BodyTooLargeException
                | MalformedJsonException
                | TooMuchUnderWayException
                | TooSlowException e) {
            problems.resolveException(request, response, null, e);
        }
    }

    private void guard(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        IdempotencyKey key = IdempotencyKey.of(request.getRemoteUser(), sent(request));
        if (!running.add(key)) {
            throw IdempotencyKeyException.running();
        }
        try {
            BufferedBody buffered = new BufferedBody(request);
            IdempotencyKeyUsed use =
                    new IdempotencyKeyUsed(key, resourceOf(request), IdempotencyKey.sha256(buffered.body()));
            Optional<StoredEvent> before = usedBefore(key);
            if (before.isPresent() && !before.get().event().equals(use)) {
                throw IdempotencyKeyException.usedForSomethingElse();
            }
            request.setAttribute(KEY, new RequestKey(use, before.map(IdempotencyKeys::commandOf)));
            chain.doFilter(buffered, response);
        } finally {
            running.remove(key);
        }
    }

    /** As it is, however its path was written: a colon and {@code %3A} are the same. */
    private static String resourceOf(HttpServletRequest request) {
        return request.getMethod() + ' ' + UriUtils.decode(request.getRequestURI(), UTF_8);
    }

    private static String sent(HttpServletRequest request) {
        List<String> keys = Collections.list(request.getHeaders(HEADER));
        String key = keys.getFirst();
        if (keys.size() > 1
                || key.isBlank()
                || key.length() > IdempotencyKey.MAX_LENGTH
                || !VISIBLE.matcher(key).matches()) {
            throw IdempotencyKeyException.malformed();
        }
        return key;
    }

    private Optional<StoredEvent> usedBefore(IdempotencyKey key) {
        return log.readStream(key.stream(), 0, 1).stream().findFirst();
    }

    private static String commandOf(StoredEvent use) {
        return Trail.commandOf(use)
                .orElseThrow(() -> new IllegalStateException("no command used up the key at " + use.position()));
    }
}
