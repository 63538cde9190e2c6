package com.hotpotspot.query.language;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * In which language somebody reads a page, and what its form for choosing another sends along. Public methods are for
 * templates.
 *
 * @param here the address that the form leads back to
 */
public record Reader(Language language, String here) {

    public static Reader of(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getURI().getRawPath();
        String query = request.getURI().getRawQuery();
        boolean asked = request.getMethod().equals(HttpMethod.GET) && query != null;
        return new Reader(Language.of(exchange), asked ? path + "?" + query : path);
    }

    /** All that there are. */
    public List<Language> languages() {
        return List.of(Language.values());
    }
}
