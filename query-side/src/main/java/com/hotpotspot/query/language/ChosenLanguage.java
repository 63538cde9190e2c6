package com.hotpotspot.query.language;

import com.hotpotspot.language.PreferredLanguage;
import org.springframework.http.ResponseCookie;

/** Remembers, in the browser of whoever chose it, which language somebody reads. */
public final class ChosenLanguage {

    private ChosenLanguage() {}

    /** @param secure whether browsers reach the pages over https */
    public static ResponseCookie cookie(Language language, boolean secure) {
        return ResponseCookie.from(PreferredLanguage.COOKIE, language.code())
                .path("/")
                .maxAge(PreferredLanguage.REMEMBERED)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
    }
}
