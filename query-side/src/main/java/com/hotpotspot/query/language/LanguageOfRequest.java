package com.hotpotspot.query.language;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

/** The language that somebody chose, before that the one their browser asks for, else the first. */
final class LanguageOfRequest implements LocaleContextResolver {

    /** More than any browser sends. */
    private static final int LONGEST = 500;

    @Override
    public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
        return new SimpleLocaleContext(language(exchange).locale());
    }

    @Override
    public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("people choose, at a door of their own");
    }

    private static Language language(ServerWebExchange exchange) {
        HttpCookie chosen = exchange.getRequest().getCookies().getFirst(ChosenLanguage.COOKIE);
        return Language.of(chosen == null ? "" : chosen.getValue())
                .orElseGet(() -> Language.readBy(
                        wishes(exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE))));
    }

    /** Whoever sends what cannot be read is answered as somebody who has no wish. */
    private static List<Locale.LanguageRange> wishes(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
