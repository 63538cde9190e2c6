package com.hotpotspot.command.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The body of every successful answer. Problems have the same members beside those of RFC 9457.
 *
 * @param error always null here; named so that clients can look at one place
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Answer<T>(boolean success, T data, @Nullable String error, Instant timestamp) {

    public static <T> Answer<T> of(T data, Instant timestamp) {
        return new Answer<>(true, data, null, timestamp);
    }
}
