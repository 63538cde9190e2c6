package com.hotpotspot.query.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Tells requests for a page from all others. */
public final class PageRequests {

    private static final List<String> NEVER_PAGES = List.of("/api/", "/actuator", "/live");

    private PageRequests() {}

    /** Whether a person with a browser waits for a page, and could be shown one or be sent elsewhere. */
    public static boolean isPage(ServerHttpRequest request) {
        String path = request.getPath().value();
        return NEVER_PAGES.stream().noneMatch(path::startsWith)
                && accepted(request).anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }

    private static Stream<MediaType> accepted(ServerHttpRequest request) {
        try {
            return request.getHeaders().getAccept().stream();
        } catch (InvalidMediaTypeException e) {
            return Stream.empty();
        }
    }
}
