package com.hotpotspot.command.web;

import com.hotpotspot.answer.GeneralCode;
import org.springframework.http.HttpHeaders;

/** A request says of itself, in a header or a form, what cannot be understood or is not read here. */
final class UnreadableRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final GeneralCode code;
    private final boolean becauseOfEncoding;

    private UnreadableRequestException(GeneralCode code, String detail, boolean becauseOfEncoding) {
        super(detail);
        this.code = code;
        this.becauseOfEncoding = becauseOfEncoding;
    }

    static UnreadableRequestException accept() {
        return new UnreadableRequestException(GeneralCode.BAD_REQUEST, "The header Accept cannot be read.", false);
    }

    static UnreadableRequestException form() {
        return new UnreadableRequestException(GeneralCode.BAD_REQUEST, "The form cannot be read.", false);
    }

    static UnreadableRequestException mediaType() {
        return unsupported("The header Content-Type cannot be read, or names a charset other than UTF-8.", false);
    }

    static UnreadableRequestException encoding() {
        return unsupported("A body is read as it is, without a Content-Encoding.", true);
    }

    private static UnreadableRequestException unsupported(String detail, boolean becauseOfEncoding) {
        return new UnreadableRequestException(GeneralCode.UNSUPPORTED_MEDIA_TYPE, detail, becauseOfEncoding);
    }

    GeneralCode code() {
        return code;
    }

    /** What would be read (RFC 9110, section 12.5.3). */
    HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        if (becauseOfEncoding) {
            headers.set(HttpHeaders.ACCEPT_ENCODING, "identity");
        }
        return headers;
    }
}
