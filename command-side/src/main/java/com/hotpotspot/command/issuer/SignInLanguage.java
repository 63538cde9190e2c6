package com.hotpotspot.command.issuer;

import com.hotpotspot.access.Public;
import com.hotpotspot.language.PreferredLanguage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Where people choose the language of the pages on the way in, and of all others on the same host. */
@Controller
@IfBuiltIn
@Public
class SignInLanguage {

    /** What those who read a language call it, by its code. */
    static final Map<String, String> OWN_NAMES;

    static {
        Map<String, String> names = new LinkedHashMap<>();
        PreferredLanguage.CODES.forEach(code -> names.put(code, PreferredLanguage.ownName(code)));
        OWN_NAMES = Collections.unmodifiableMap(names);
    }

    private final SignInCookies cookies;
    private final PendingSignIns pending;
    private final IssuerPages pages;

    SignInLanguage(SignInCookies cookies, PendingSignIns pending, IssuerPages pages) {
        this.cookies = cookies;
        this.pending = pending;
        this.pages = pages;
    }

    /** There is no such page; a browser that went back asks for it. */
    @GetMapping(IssuerConfiguration.LANGUAGE)
    void beginAgain(HttpServletResponse response) {
        IssuerPages.leadOn(response, IssuerConfiguration.SIGN_IN);
    }

    /** Remembers it, and goes back to the page where it was chosen, which goes on where that was to go. */
    @PostMapping(IssuerConfiguration.LANGUAGE)
    void choose(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String code = Objects.requireNonNullElse(request.getParameter("language"), "");
        if (!PreferredLanguage.CODES.contains(code)) {
            pages.signIn(request, response, HttpStatus.BAD_REQUEST, "out-of-date");
            return;
        }
        cookies.giveToAll(response, PreferredLanguage.COOKIE, code, PreferredLanguage.REMEMBERED);
        pending.keepOf(request, response);
        boolean signedIn = IssuerConfiguration.ACCOUNT.equals(request.getParameter("back"));
        IssuerPages.leadOn(response, signedIn ? IssuerConfiguration.ACCOUNT : IssuerConfiguration.SIGN_IN);
    }
}
