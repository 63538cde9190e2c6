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
    private final transient @Nullable Way way;

    private Problem(HttpStatus status, String code, String detail, List<FieldError> errors) {
        this(status, code, detail, errors, null, null);
    }

    private Problem(
            HttpStatus status,
            String code,
            String detail,
            List<FieldError> errors,
            @Nullable String challenge,
            @Nullable Way way) {
        super(detail);
        this.way = way;
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

    /** 401: a person is not signed in, or no longer, and a page says so. */
    public static Problem notSignedIn(String detail) {
        return unauthenticated(detail, CHALLENGE);
    }

    private static Problem unauthenticated(String detail, String challenge) {
        return new Problem(HttpStatus.UNAUTHORIZED, "unauthenticated", detail, List.of(), challenge, null);
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

    /** 504: the database was not done with an answer in the time that there is for one. */
    public static Problem tookTooLong() {
        return new Problem(
                HttpStatus.GATEWAY_TIMEOUT,
                "took-too-long",
                "The answer took too long to make. Ask for a shorter period, or for fewer nodes.",
                List.of());
    }

    /** 503: what a request needs is not there at the moment, or does not work. */
    public static Problem unavailable(String what) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE, "unavailable", what + " cannot be reached. Try again.", List.of());
    }

    /**
     * The same, with a way on for a person who reads it on a page.
     *
     * @param label what the link says
     * @param path a place here
     */
    public Problem leadingTo(String label, String path) {
        return new Problem(status, code, String.valueOf(getMessage()), errors, challenge, new Way(label, path));
    }

    /** Where a person may go from here. */
    Optional<Way> way() {
        return Optional.ofNullable(way);
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

    /** A link on a page that says what went wrong. Public because the template calls it. */
    public record Way(String label, String path) {}

    /** What is wrong with one field or parameter. */
    record FieldError(String field, String message) {}
}
