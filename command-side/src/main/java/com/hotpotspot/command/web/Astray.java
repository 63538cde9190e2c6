package com.hotpotspot.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Tells people who came to this side with a browser, where there is next to nothing for them, from programs. */
public final class Astray {

    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/actuator");

    private Astray() {}

    /** Whether somebody followed a link, or typed an address, and would read a page that leads on. */
    public static boolean is(HttpServletRequest request) {
        boolean looks = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        return looks && FOR_PROGRAMS.stream().noneMatch(request.getRequestURI()::startsWith) && readsPages(request);
    }

    private static boolean readsPages(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        try {
            return accepted != null
                    && MediaType.parseMediaTypes(accepted).stream()
                            .anyMatch(type ->
                                    type.equalsTypeAndSubtype(MediaType.TEXT_HTML) && type.getQualityValue() > 0);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
