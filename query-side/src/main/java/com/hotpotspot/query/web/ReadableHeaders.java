package com.hotpotspot.query.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses a request whose kinds of media cannot be read, before anybody relies on them: some who read them would fail,
 * others would guess. What else is in its header counts as not sent if it cannot be read.
 */
@Component
@Order(0) // after it was asked who asks
public final class ReadableHeaders implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        if (!acceptCanBeRead(headers)) {
            return Mono.error(Problem.invalid(
                    HttpHeaders.ACCEPT,
                    "must be a list of at most " + PageRequests.MOST_ACCEPTED
                            + " media types, such as application/json"));
        }
        return contentTypeCanBeRead(headers)
                ? chain.filter(acceptSaysSomething(headers) ? exchange : without(exchange, HttpHeaders.ACCEPT))
                : Mono.error(new UnsupportedMediaTypeStatusException("The Content-Type cannot be read.", List.of()));
    }

    /** The same request for whoever only wants to know where it leads, whatever media it speaks of. */
    public static ServerWebExchange passedOver(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        return acceptCanBeRead(headers) && acceptSaysSomething(headers) && contentTypeCanBeRead(headers)
                ? exchange
                : without(exchange, HttpHeaders.ACCEPT, HttpHeaders.CONTENT_TYPE);
    }

    private static ServerWebExchange without(ServerWebExchange exchange, String... names) {
        return exchange.mutate()
                .request(request -> request.headers(given -> List.of(names).forEach(given::remove)))
                .build();
    }

    /** A list of nothing may be sent, and means as much as none; some who read one rely on a first entry. */
    private static boolean acceptSaysSomething(HttpHeaders headers) {
        return !headers.containsHeader(HttpHeaders.ACCEPT)
                || !headers.getAccept().isEmpty();
    }

    private static boolean acceptCanBeRead(HttpHeaders headers) {
        try {
            return headers.getAccept().size() <= PageRequests.MOST_ACCEPTED;
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static boolean contentTypeCanBeRead(HttpHeaders headers) {
        try {
            headers.getContentType();
            return true;
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
