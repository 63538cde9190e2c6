package com.hotpotspot.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
