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
                ? chain.filter(exchange)
                : Mono.error(new UnsupportedMediaTypeStatusException("The Content-Type cannot be read.", List.of()));
    }

    /** The same request for whoever only wants to know where it leads, whatever media it speaks of. */
    public static ServerWebExchange passedOver(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        return acceptCanBeRead(headers) && contentTypeCanBeRead(headers)
                ? exchange
                : exchange.mutate()
                        .request(request -> request.headers(given -> {
                            given.remove(HttpHeaders.ACCEPT);
                            given.remove(HttpHeaders.CONTENT_TYPE);
                        }))
                        .build();
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
