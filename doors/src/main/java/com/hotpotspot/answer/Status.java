package com.hotpotspot.answer;

import java.util.Arrays;
import java.util.Optional;

/** The statuses with which something is refused here, in the words of HTTP (RFC 9110) and in ours. */
public enum Status {
    BAD_REQUEST(400, "Bad Request", "The request is not what it must be."),
    UNAUTHORIZED(401, "Unauthorized", "Nobody was said to ask, or not in a way that can be believed."),
    FORBIDDEN(403, "Forbidden", "Whoever asks may not."),
    NOT_FOUND(404, "Not Found", "What the request names does not exist."),
    METHOD_NOT_ALLOWED(405, "Method Not Allowed", "The path has another method."),
    NOT_ACCEPTABLE(406, "Not Acceptable", "There is no answer of the form that was asked for."),
    REQUEST_TIMEOUT(408, "Request Timeout", "The request came in too slowly."),
    CONFLICT(409, "Conflict", "The state of things does not allow it now."),
    CONTENT_TOO_LARGE(413, "Content Too Large", "The body is too large."),
    URI_TOO_LONG(414, "URI Too Long", "The address is too long."),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported Media Type", "The body has another form than is read here."),
    RANGE_NOT_SATISFIABLE(416, "Range Not Satisfiable", "There is no such range."),
    EXPECTATION_FAILED(417, "Expectation Failed", "What the request expects cannot be met."),
    UNPROCESSABLE_CONTENT(422, "Unprocessable Content", "The content is not acceptable."),
    TOO_MANY_REQUESTS(429, "Too Many Requests", "The account has asked too often, or has too much under way."),
    REQUEST_HEADER_FIELDS_TOO_LARGE(431, "Request Header Fields Too Large", "The header is too large."),
    INTERNAL_SERVER_ERROR(500, "Internal Server Error", "Something went wrong on our side."),
    NOT_IMPLEMENTED(501, "Not Implemented", "The method is none that is known here."),
    SERVICE_UNAVAILABLE(503, "Service Unavailable", "Not at the moment; try again."),
    GATEWAY_TIMEOUT(504, "Gateway Timeout", "The answer took too long to make; ask for less."),
    HTTP_VERSION_NOT_SUPPORTED(505, "HTTP Version Not Supported", "This version of HTTP is not spoken here.");

    private final int number;
    private final String title;
    private final String meaning;

    Status(int number, String title, String meaning) {
        this.number = number;
        this.title = title;
        this.meaning = meaning;
    }

    /** The status with this number, if anything is refused with it. */
    public static Optional<Status> of(int number) {
        return Arrays.stream(values()).filter(status -> status.number == number).findFirst();
    }

    /** As in the first line of an answer, for example 404. */
    public int number() {
        return number;
    }

    /** In the words of HTTP. */
    public String title() {
        return title;
    }

    /** In a sentence of ours. */
    public String meaning() {
        return meaning;
    }
}
