package com.hotpotspot.query.language;

import com.hotpotspot.language.PreferredLanguage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/** A language that there are pages in. The first is that of whoever reads none of them. */
public enum Language {
    ENGLISH("en", "en-GB"),
    GEORGIAN("ka", "ka"),
    RUSSIAN("ru", "ru");

    private final String code;
    private final Locale locale;

    Language(String code, String tag) {
        this.code = code;
        this.locale = Locale.forLanguageTag(tag);
    }

    /** The one of a code, if it is one of ours. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    /** That of a page. */
    public static Language of(ServerWebExchange exchange) {
        Locale asked = exchange.getLocaleContext().getLocale();
        return of(asked == null ? "" : asked.getLanguage()).orElse(ENGLISH);
    }

    /** As ISO 639-1 has it, for example {@code ka}. */
    public String code() {
        return code;
    }

    /** What those who read it call it. */
    public String ownName() {
        return PreferredLanguage.ownName(code);
    }

    /** How figures and days are written in it. */
    public Locale locale() {
        return locale;
    }

    /** As HTML and HTTP name it (BCP 47). */
    public String tag() {
        return locale.toLanguageTag();
    }
}
