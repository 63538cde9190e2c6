package com.hotpotspot.query.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that cannot be answered, with a code that a client can act on. Becomes a problem document (RFC 9457). */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient List<FieldError> errors;

    private Problem(HttpStatus status, String code, String detail, List<FieldError> errors) {
        super(detail);
        this.status = status;
        this.code = code;
        this.errors = errors;
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

    /** 404: what the path names does not exist. */
    public static Problem notFound(String code, String detail) {
        return new Problem(HttpStatus.NOT_FOUND, code, detail, List.of());
    }

    /** 409: the request makes sense, but not now. */
    public static Problem conflict(String code, String detail) {
        return new Problem(HttpStatus.CONFLICT, code, detail, List.of());
    }

    /** 503: what a request needs is not there at the moment, or does not work. */
    static Problem unavailable(String what) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE, "unavailable", what + " cannot be reached. Try again.", List.of());
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    List<FieldError> errors() {
        return errors;
    }

    /** What is wrong with one field or parameter. */
    record FieldError(String field, String message) {}
}
