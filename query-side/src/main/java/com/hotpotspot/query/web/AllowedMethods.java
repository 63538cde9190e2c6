package com.hotpotspot.query.web;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.function.server.ServerResponse;

/** In which ways a door may be asked, for whoever asked in another. */
final class AllowedMethods {

    private AllowedMethods() {}

    /** Names them in an answer to that; with HEAD, which is answered wherever GET is and which no door declares. */
    static void tell(ErrorResponse error, ServerResponse.BodyBuilder response) {
        Set<HttpMethod> methods = new LinkedHashSet<>(error.getHeaders().getAllow());
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        if (!methods.isEmpty()) {
            response.header(
                    HttpHeaders.ALLOW, methods.stream().map(HttpMethod::name).collect(joining(", ")));
        }
    }
}
