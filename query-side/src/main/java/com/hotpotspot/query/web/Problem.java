package com.hotpotspot.query.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that cannot be answered, with a code that a client can act on. Becomes a problem document (RFC 9457). */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String CHALLENGE = "Bearer realm=\"hotpotspot\"";

    private final HttpStatus status;
    private final String code;
    private final transient List<FieldError> errors;
    private final @Nullable String challenge;

    private Problem(HttpStatus status, String code, String detail, List<FieldError> errors) {
        this(status, code, detail, errors, null);
    }

    private Problem(
            HttpStatus status, String code, String detail, List<FieldError> errors, @Nullable String challenge) {
        super(detail);
        this.status = status;
        this.code = code;
        this.errors = errors;
        this.challenge = challenge;
    }

    /**
     * 400: a parameter is not what it must be.
     *
     * @param reason reads on after the parameter's name
     */
    public static Problem invalid(String parameter, String reason) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                parameter + " " + reason,
                List.of(new FieldError(parameter, reason)));
    }

    /** 400: the request as a whole is not what it must be. */
    public static Problem malformed(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, "invalid-request", detail, List.of());
    }

    /** 413: more was sent than anybody needs to send here. */
    public static Problem tooLarge() {
        return new Problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "content-too-large",
                "What was sent is larger than 512 KB, the most that is taken here. To check something that large, use hotpotspot verify.",
                List.of());
    }

    /** 401: nobody was said to ask. */
    public static Problem unauthenticated() {
        return unauthenticated("This needs an access token.", CHALLENGE);
    }

    /** 401: what says who asks is not valid, or no longer. */
    public static Problem badToken() {
        return unauthenticated("The access token is not valid, or no longer.", CHALLENGE + ", error=\"invalid_token\"");
    }

    /** 401: a person began to sign in, and it came to nothing. */
    public static Problem notSignedIn() {
        return unauthenticated("You were not signed in. Go to the network's page to try again.", CHALLENGE);
    }

    private static Problem unauthenticated(String detail, String challenge) {
        return new Problem(HttpStatus.UNAUTHORIZED, "unauthenticated", detail, List.of(), challenge);
    }

    /** 403: whoever asks may not. */
    public static Problem forbidden(String detail) {
        return new Problem(HttpStatus.FORBIDDEN, "forbidden", detail, List.of());
    }

    /** 404: what the path names does not exist. */
    public static Problem notFound(String code, String detail) {
        return new Problem(HttpStatus.NOT_FOUND, code, detail, List.of());
    }

    /** 409: the request makes sense, but not now. */
    public static Problem conflict(String code, String detail) {
        return new Problem(HttpStatus.CONFLICT, code, detail, List.of());
    }

    /** 503: what a request needs is not there at the moment, or does not work. */
    public static Problem unavailable(String what) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE, "unavailable", what + " cannot be reached. Try again.", List.of());
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    /** How to say who one is (RFC 6750), where that is the problem. */
    Optional<String> challenge() {
        return Optional.ofNullable(challenge);
    }

    List<FieldError> errors() {
        return errors;
    }

    /** What is wrong with one field or parameter. */
    record FieldError(String field, String message) {}
}
