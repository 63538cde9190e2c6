package com.hotpotspot.command.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Sender;
import com.hotpotspot.command.dispatch.Standing;
import com.hotpotspot.eventlog.Channel;
import com.hotpotspot.events.idempotency.IdempotencyKey;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.common.IdentifierFactory;

/** Reads from a request who calls, and what ties the request to others. */
public final class Callers {

    private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    /** W3C Trace Context, section 3.2: version, trace id, parent id, flags. */
    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

    private static final String SENDER = Sender.class.getName();
    private static final String STANDING = Standing.class.getName();

    private Callers() {}

    /** Remembers with a request who was found to have sent it. */
    public static void identify(HttpServletRequest request, Sender sender, Standing standing) {
        request.setAttribute(SENDER, sender);
        request.setAttribute(STANDING, standing);
    }

    /**
     * An id for something that the request asks the system to make and does not name itself. A request that is sent
     * again under its key gets the same one, so that it finds what it made the first time.
     */
    public static String newId(HttpServletRequest request) {
        return IdempotencyKeys.keyOf(request)
                .map(Callers::idBy)
                .orElseGet(() -> IdentifierFactory.getInstance().generateIdentifier());
    }

    /** A UUID of version 8 (RFC 9562, section 5.8): 122 bits of a hash, which nobody can aim at. */
    private static String idBy(IdempotencyKey key) {
        ByteBuffer hash =
                ByteBuffer.wrap(HexFormat.of().parseHex(IdempotencyKey.sha256(("id\n" + key).getBytes(US_ASCII))));
        return new UUID((hash.getLong() & ~0xF000L) | 0x8000L, (hash.getLong() & ~(0b11L << 62)) | (0b10L << 62))
                .toString();
    }

    /** @throws UnauthenticatedException if nobody was asked who sent the request */
    public static Caller of(HttpServletRequest request, Channel channel) {
        String correlation = Optional.ofNullable(request.getHeader("X-Correlation-Id"))
                .filter(id -> CORRELATION.matcher(id).matches())
                .orElseGet(() -> IdentifierFactory.getInstance().generateIdentifier());
        Optional<String> trace = Optional.ofNullable(request.getHeader("traceparent"))
                .map(TRACE_PARENT::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1));
        if (!(request.getAttribute(SENDER) instanceof Sender sender)
                || !(request.getAttribute(STANDING) instanceof Standing standing)) {
            throw UnauthenticatedException.withoutToken();
        }
        return new Caller(
                sender,
                channel,
                correlation,
                trace,
                IdempotencyKeys.ofRequest(request),
                IdempotencyKeys.repeatedBy(request),
                standing);
    }
}
