package com.hotpotspot.query.relay;

import com.hotpotspot.query.layout.Pages;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Lets every page have forms, and say what became of the one before it. */
@ControllerAdvice(annotations = Pages.class)
final class FormsOfPages {

    /** An open page that asks for itself says nothing of what it has said already. */
    @ModelAttribute("commands")
    Mono<Forms> forms(ServerWebExchange exchange) {
        if (exchange.getRequest().getHeaders().containsHeader("HX-Request")) {
            return Mono.just(new Forms(null));
        }
        String page = exchange.getRequest().getPath().value();
        return exchange.getSession()
                .filter(WebSession::isStarted)
                .map(session -> new Forms(Outcomes.in(session)
                        .flatMap(outcomes -> outcomes.take(page))
                        .orElse(null)))
                .defaultIfEmpty(new Forms(null));
    }
}
