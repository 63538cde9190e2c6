package com.hotpotspot.query.language;

import com.hotpotspot.language.PreferredLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

/** The language that somebody chose, before that the one their browser asks for, else the first. */
final class LanguageOfRequest implements LocaleContextResolver {

    @Override
    public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
        return new SimpleLocaleContext(language(exchange).locale());
    }

    @Override
    public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("people choose, at a door of their own");
    }

    private static Language language(ServerWebExchange exchange) {
        HttpCookie chosen = exchange.getRequest().getCookies().getFirst(PreferredLanguage.COOKIE);
        String code = PreferredLanguage.of(
                chosen == null ? null : chosen.getValue(),
                exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
        return Language.of(code).orElse(Language.ENGLISH);
    }
}
