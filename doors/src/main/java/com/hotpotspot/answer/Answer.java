package com.hotpotspot.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of every JSON answer that is not a problem. {@linkplain ProblemDocument Problems} have the same members
 * beside those of RFC 9457, so that clients can look at either.
 *
 * @param error always null here; named so that clients can look at one place
 * @param timestamp when it was answered, in milliseconds
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Answer<T>(boolean success, T data, @Nullable String error, Instant timestamp) {

    public static <T> Answer<T> of(T data, Instant now) {
        return new Answer<>(true, data, null, now.truncatedTo(ChronoUnit.MILLIS));
    }
}
