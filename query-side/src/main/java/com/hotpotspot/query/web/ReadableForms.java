package com.hotpotspot.query.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Tells whoever sends a form that is none, one with a lone {@code %} for example, that it is theirs to mend. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // before all who read forms
final class ReadableForms implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(new Exchange(exchange));
    }

    private static final class Exchange extends ServerWebExchangeDecorator {

        private Exchange(ServerWebExchange exchange) {
            super(exchange);
        }

        @Override
        public Mono<MultiValueMap<String, String>> getFormData() {
            return super.getFormData()
                    .onErrorMap(
                            IllegalArgumentException.class,
                            unreadable -> new ServerWebInputException("The form cannot be read."));
        }
    }
}
