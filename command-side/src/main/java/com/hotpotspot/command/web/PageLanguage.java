package com.hotpotspot.command.web;

import com.hotpotspot.language.PreferredLanguage;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** In which language somebody reads the few pages of this side: the one that they chose on the others, before all. */
final class PageLanguage {

    private PageLanguage() {}

    static Locale of(HttpServletRequest request) {
        Cookie @Nullable [] all = request.getCookies();
        String chosen = Stream.ofNullable(all)
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(PreferredLanguage.COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
        return Locale.of(PreferredLanguage.of(chosen, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** Says which language an answer is in, and that another may be had at the same address. */
    static void tell(Locale language, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
    }
}
