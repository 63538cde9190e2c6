package com.hotpotspot.command.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.limits.ConnectionBudget.Place;
import com.hotpotspot.limits.Limits.Deadlines;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Forms of whoever has not said yet who they are. The server would read them by itself, and close the connection of one
 * that comes too slowly without a word.
 */
public final class StrangersForms {

    private static final FormHttpMessageConverter READER = new FormHttpMessageConverter();

    /** As everywhere, {@code server.tomcat.max-parameter-count}. */
    private static final int MOST_PARAMETERS = 100;

    private StrangersForms() {}

    /**
     * The request with what its form says among its parameters; what is no form is left unread. Until it is there
     * nothing is known of who sends it, and the connection counts as one that waits: it makes room for others.
     *
     * @throws RuntimeException as each other body is refused: of another charset or encoding, too large, too slow
     */
    public static HttpServletRequest read(HttpServletRequest request, Deadlines deadlines) throws IOException {
        BodyHeaders.requireReadable(request);
        if (!isForm(request)) {
            return BufferedBody.leftUnread(request);
        }
        if (request.getContentLengthLong() > Bodies.FORM) {
            throw new BodyTooLargeException(Bodies.FORM);
        }
        BufferedBody body = awaited(new GuardedRequest(request, Bodies.FORM, deadlines, true, () -> {}));
        Filled filled = new Filled(body, read(body));
        if (filled.size() > MOST_PARAMETERS) {
            throw UnreadableRequestException.form();
        }
        return filled;
    }

    private static MultiValueMap<String, String> read(BufferedBody body) throws IOException {
        try {
            // The reader puts something else in the place of what is no UTF-8.
            String unescaped = URLDecoder.decode(new String(body.body(), ISO_8859_1), ISO_8859_1);
            UTF_8.newDecoder().decode(ByteBuffer.wrap(unescaped.getBytes(ISO_8859_1)));
            return READER.read(null, new Sent(body));
        } catch (IllegalArgumentException | CharacterCodingException | HttpMessageNotReadableException e) {
            throw UnreadableRequestException.form();
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        return request.getContentType() != null
                && MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(
                        MediaType.parseMediaType(request.getContentType()));
    }

    private static BufferedBody awaited(HttpServletRequest request) throws IOException {
        if (!(request.getAttribute(Place.ATTRIBUTE) instanceof Place place)) {
            return new BufferedBody(request);
        }
        place.end();
        try {
            return new BufferedBody(request);
        } finally {
            place.begin();
        }
    }

    /** The form as it came; the framework would make it up again from the parameters that it cannot have. */
    private record Sent(BufferedBody request) implements HttpInputMessage {

        @Override
        public InputStream getBody() {
            return request.getInputStream();
        }

        @Override
        public HttpHeaders getHeaders() {
            HttpHeaders headers = new HttpHeaders();
            headers.set(HttpHeaders.CONTENT_TYPE, request.getContentType());
            return headers;
        }
    }

    private static final class Filled extends HttpServletRequestWrapper {

        private final Map<String, String[]> parameters;

        Filled(HttpServletRequest request, MultiValueMap<String, String> form) {
            super(request);
            MultiValueMap<String, String> all = new LinkedMultiValueMap<>();
            request.getParameterMap().forEach((name, values) -> all.addAll(name, List.of(values)));
            all.addAll(form);
            Map<String, String[]> arrays = new LinkedHashMap<>();
            all.forEach((name, values) -> arrays.put(name, values.toArray(String[]::new)));
            this.parameters = Collections.unmodifiableMap(arrays);
        }

        int size() {
            return parameters.values().stream()
                    .mapToInt(values -> values.length)
                    .sum();
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = parameters.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return parameters;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = parameters.get(name);
            return values == null ? null : values.clone();
        }
    }
}
