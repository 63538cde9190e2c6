package com.hotpotspot.command.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** What a request says of its body before anything of it is read. */
final class BodyHeaders {

    private static final String IDENTITY = "identity";

    private BodyHeaders() {}

    /**
     * @throws UnreadableRequestException if the body is packed, or in another charset than UTF-8, or it does not say
     */
    static void requireReadable(HttpServletRequest request) {
        requireReadableType(request.getContentType());
        for (String encoding : Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING))) {
            if (!encoding.isBlank() && !encoding.strip().equalsIgnoreCase(IDENTITY)) {
                throw UnreadableRequestException.encoding();
            }
        }
    }

    private static void requireReadableType(@Nullable String contentType) {
        if (contentType == null) {
            return;
        }
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            @Nullable Charset charset = type.getCharset();
            if (!type.isConcrete() || (charset != null && !charset.equals(UTF_8))) {
                throw UnreadableRequestException.mediaType();
            }
        } catch (InvalidMediaTypeException e) {
            throw UnreadableRequestException.mediaType();
        }
    }
}
