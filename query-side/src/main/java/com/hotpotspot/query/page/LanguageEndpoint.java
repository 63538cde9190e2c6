package com.hotpotspot.query.page;

import com.hotpotspot.access.Public;
import com.hotpotspot.query.access.PageOrigin;
import com.hotpotspot.query.access.Target;
import com.hotpotspot.query.language.ChosenLanguage;
import com.hotpotspot.query.language.Language;
import com.hotpotspot.query.web.Problem;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where people choose the language of the pages, also those who have not signed in: a refusal is a page, too. */
@RestController
final class LanguageEndpoint {

    private final PageOrigin pages;

    LanguageEndpoint(PageOrigin pages) {
        this.pages = pages;
    }

    /** Remembers it, and goes back to the page where it was chosen. */
    @PostMapping("/language")
    @Public
    Mono<Void> choose(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            Language language = Language.of(text(form, "language"))
                    .orElseThrow(() -> Problem.invalid("language", "must be en, ka or ru"));
            ServerHttpResponse response = exchange.getResponse();
            response.addCookie(ChosenLanguage.cookie(language, pages.isSecure()));
            response.setStatusCode(HttpStatus.SEE_OTHER);
            response.getHeaders()
                    .setLocation(URI.create(Target.of(form.getFirst("back")).path()));
            return response.setComplete();
        });
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        String text = form.getFirst(name);
        return text == null ? "" : text;
    }
}
