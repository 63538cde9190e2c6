package com.hotpotspot.answer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;

/** What can be the matter with any request, whatever it is about, or with the server that it came to. */
public enum GeneralCode implements PublicCode {
    BAD_REQUEST(
            Status.BAD_REQUEST,
            "A parameter, a header field or the form of the request is not what it must be; `errors` names the field."),
    MALFORMED_JSON(Status.BAD_REQUEST, "The body is not JSON, or not of the documented form; the detail says where."),
    UNAUTHENTICATED(
            Status.UNAUTHORIZED,
            "There is no bearer token, or one that is malformed, expired or not ours; get one and try again."),
    FORBIDDEN(Status.FORBIDDEN, "The caller has no role for this, or not for this node or holder."),
    NOT_FOUND(Status.NOT_FOUND, "There is nothing at this address."),
    UNSUPPORTED_VERSION(
            Status.NOT_FOUND, "This version of the interface does not exist; `supportedVersions` lists those that do."),
    METHOD_NOT_ALLOWED(Status.METHOD_NOT_ALLOWED, "The path has another method, which the header `Allow` names."),
    NOT_ACCEPTABLE(Status.NOT_ACCEPTABLE, "The header `Accept` asks for a form that this door has not."),
    REQUEST_TIMEOUT(Status.REQUEST_TIMEOUT, "The request came in too slowly; send it again."),
    CONCURRENT_CHANGE(
            Status.CONFLICT, "Somebody changed the same thing at the same time; look at it and send it again."),
    CONTENT_TOO_LARGE(Status.CONTENT_TOO_LARGE, "The body is larger than is taken here; send less at a time."),
    URI_TOO_LONG(Status.URI_TOO_LONG, "The address is too long."),
    UNSUPPORTED_MEDIA_TYPE(
            Status.UNSUPPORTED_MEDIA_TYPE,
            "The body has another media type, another charset than UTF-8, or a `Content-Encoding`."),
    RANGE_NOT_SATISFIABLE(Status.RANGE_NOT_SATISFIABLE, "There is no such range."),
    EXPECTATION_FAILED(Status.EXPECTATION_FAILED, "The header `Expect` asks for what there is not."),
    INVALID_CONTENT(Status.UNPROCESSABLE_CONTENT, "The content is not acceptable; `errors` names the first 20 fields."),
    TOO_MANY_REQUESTS(
            Status.TOO_MANY_REQUESTS,
            "The account, or the address, asks too often or has too much under way; wait as `Retry-After` says."),
    REQUEST_HEADER_FIELDS_TOO_LARGE(Status.REQUEST_HEADER_FIELDS_TOO_LARGE, "The header is larger than 8 KiB."),
    INTERNAL_ERROR(Status.INTERNAL_SERVER_ERROR, "Something went wrong on our side, and is in the server's log."),
    NOT_IMPLEMENTED(Status.NOT_IMPLEMENTED, "The method is none that is known here."),
    NOT_READY(Status.SERVICE_UNAVAILABLE, "This side has just started and still reads what had happened; try again."),
    UNAVAILABLE(
            Status.SERVICE_UNAVAILABLE,
            "Something that the request needs, such as the database, cannot be reached; try again."),
    OVERLOADED(Status.SERVICE_UNAVAILABLE, "Too much of all clients together is under way; try again."),
    ANSWER_TOOK_TOO_LONG(
            Status.GATEWAY_TIMEOUT, "The answer took too long to make; ask for a shorter period, or for fewer nodes."),
    HTTP_VERSION_NOT_SUPPORTED(Status.HTTP_VERSION_NOT_SUPPORTED, "This version of HTTP is not spoken here.");

    private final Status status;
    private final String meaning;

    GeneralCode(Status status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    /** The code of what is refused without anything of ours having a say, of which no more than a status is known. */
    public static GeneralCode of(int status) {
        return Arrays.stream(values())
                .filter(code -> code.status.number() == status)
                .findFirst()
                .orElse(status < Status.INTERNAL_SERVER_ERROR.number() ? BAD_REQUEST : INTERNAL_ERROR);
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** Which of these a door refuses with, beside those that every door of its kind does. */
    @Documented
    @Refuses
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Refused {
        GeneralCode[] value();
    }
}
