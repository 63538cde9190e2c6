package com.hotpotspot.query.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MimeTypeUtils;

/** Tells requests for a page from all others. */
public final class PageRequests {

    private static final List<String> NEVER_PAGES = List.of("/api/", "/actuator", "/live");

    /** What a problem can be told in, where somebody asks for one of these by name. */
    private static final List<MediaType> PROBLEMS =
            List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON);

    /** More than that nobody compares. */
    static final int MOST_ACCEPTED = 50;

    private PageRequests() {}

    /** Whether a person with a browser waits for a page, and could be shown one or be sent elsewhere. */
    public static boolean isPage(ServerHttpRequest request) {
        String path = request.getPath().value();
        return NEVER_PAGES.stream().noneMatch(path::startsWith)
                && accepted(request).anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }

    /**
     * Whether whoever asks reads what the answer says, instead of a program: browsers say so when somebody follows a
     * link or sends a form, wherever that leads.
     */
    public static boolean isForAPerson(ServerHttpRequest request) {
        List<MediaType> known = new ArrayList<>(accepted(request)
                .filter(type -> PROBLEMS.stream().anyMatch(type::equalsTypeAndSubtype))
                .toList());
        MimeTypeUtils.sortBySpecificity(known); // which looks at the quality first
        return !known.isEmpty() && MediaType.TEXT_HTML.equalsTypeAndSubtype(known.getFirst());
    }

    private static Stream<MediaType> accepted(ServerHttpRequest request) {
        try {
            return request.getHeaders().getAccept().stream().limit(MOST_ACCEPTED);
        } catch (InvalidMediaTypeException e) {
            return Stream.empty();
        }
    }
}
