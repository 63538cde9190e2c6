package com.hotpotspot.query.web;

import com.hotpotspot.limits.Limits;
import com.hotpotspot.limits.LineBudget;
import com.hotpotspot.limits.TooMuchUnderWayException;
import com.hotpotspot.limits.TooSlowException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Hooks;
import reactor.netty.channel.AbortedException;

/**
 * Errors that nobody waits for any more: their request was answered, in most cases with this very error, or has gone.
 * Reactor would write a line with a stack trace for each, and whoever sends too much could have as many as they like.
 */
@Component
final class DroppedErrors implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DroppedErrors.class);

    private final LineBudget lines;

    DroppedErrors(Limits limits) {
        this.lines = new LineBudget(limits.logLines().perMinute());
        Hooks.resetOnErrorDropped(); // which would be called as well, and not instead
        Hooks.onErrorDropped(this::tell);
    }

    private void tell(Throwable error) {
        if (isOfTheClient(error)) {
            LOG.debug("Dropped", error);
        } else if (lines.allows()) {
            LOG.warn(
                    "Something failed that nobody waited for any more: {} ({} more such lines were left out)",
                    NestedExceptionUtils.getMostSpecificCause(error).toString(),
                    lines.keptBack());
        }
    }

    private static boolean isOfTheClient(Throwable error) {
        return switch (NestedExceptionUtils.getMostSpecificCause(error)) {
            case DataBufferLimitException tooLarge -> true;
            case TooSlowException tooSlow -> true;
            case TooMuchUnderWayException tooMuch -> true;
            case ResponseStatusException told -> told.getStatusCode().is4xxClientError();
            case AbortedException gone -> true;
            case IOException gone -> true;
            default -> false;
        };
    }

    @Override
    public void destroy() {
        Hooks.resetOnErrorDropped();
    }
}
