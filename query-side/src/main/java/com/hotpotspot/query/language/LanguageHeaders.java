package com.hotpotspot.query.language;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Says of every page which language it is in, and that another may be had at the same address. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // so that pages that refuse have them as well
final class LanguageHeaders implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(() -> {
                    HttpHeaders headers = exchange.getResponse().getHeaders();
                    if (MediaType.TEXT_HTML.equalsTypeAndSubtype(headers.getContentType())) {
                        headers.setContentLanguage(Language.of(exchange).locale());
                        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
                        headers.add(HttpHeaders.VARY, HttpHeaders.COOKIE);
                        // An open page that asks for itself gets it without what stands around it.
                        headers.add(HttpHeaders.VARY, "HX-Request");
                    }
                }));
        return chain.filter(exchange);
    }
}
