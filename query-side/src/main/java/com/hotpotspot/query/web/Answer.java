package com.hotpotspot.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The envelope of every JSON answer that is not a problem. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Answer<T>(boolean success, T data, @Nullable String error, Instant timestamp) {

    public static <T> Answer<T> of(T data) {
        return new Answer<>(true, data, null, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }
}
