package com.hotpotspot.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** A problem (RFC 9457) that also has the members of {@link Answer}, so that a client may look at either. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ProblemDocument(
        URI type,
        String title,
        int status,
        String detail,
        String code,
        boolean success,
        @Nullable Object data,
        String error,
        List<Problem.FieldError> errors,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> supportedVersions,
        Instant timestamp) {

    private static final Map<Integer, String> DETAILS = Map.of(
            400, "The request cannot be read: its first line or its header is malformed.",
            408, "The request came in too slowly.",
            413, "The body is too large.",
            414, "The address is too long.",
            416, "There is no such range.",
            431, "The header is larger than 8 KiB.");

    /** Where there is nothing else to tell. */
    static ProblemDocument of(HttpStatusCode status) {
        String title = title(status);
        return of(status, title, code(status), DETAILS.getOrDefault(status.value(), title), List.of());
    }

    /** In the words of HTTP. */
    static String title(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null ? "Error " + status.value() : known.getReasonPhrase();
    }

    /** Of a status that has no more than one reason. */
    static String code(HttpStatusCode status) {
        return status.value() == HttpStatus.BAD_REQUEST.value()
                ? "invalid-request"
                : title(status).toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    static ProblemDocument of(
            HttpStatusCode status, String title, String code, String detail, List<Problem.FieldError> errors) {
        return new ProblemDocument(
                URI.create("urn:hotpotspot:problem:" + code),
                title,
                status.value(),
                detail,
                code,
                false,
                null,
                detail,
                errors,
                List.of(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    ProblemDocument withSupportedVersions(List<String> versions) {
        return new ProblemDocument(
                type, title, status, detail, code, success, data, error, errors, versions, timestamp);
    }
}
