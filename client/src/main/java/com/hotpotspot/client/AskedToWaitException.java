package com.hotpotspot.client;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The server is there and would rather be asked later. */
final class AskedToWaitException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient HttpResponse<?> response;

    AskedToWaitException(HttpResponse<?> response) {
        super("status " + response.statusCode());
        this.response = response;
    }

    /** {@code Retry-After} in seconds or as a date (RFC 9110, section 10.2.3); zero if there is none. */
    Duration duration() {
        String value = response.headers().firstValue("Retry-After").orElse("0").strip();
        try {
            if (value.chars().allMatch(Character::isDigit)) {
                return Duration.ofSeconds(Long.parseLong(value));
            }
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration asked = Duration.between(Instant.now(), until);
            return asked.isNegative() ? Duration.ZERO : asked;
        } catch (NumberFormatException | DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
