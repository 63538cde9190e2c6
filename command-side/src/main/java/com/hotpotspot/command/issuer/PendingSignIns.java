package com.hotpotspot.command.issuer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What somebody asked for before they had signed in, and goes on with afterwards. The browser keeps it: in a cookie
 * that remembers the last, and in the form, so that each tab goes on with its own.
 */
@Component
@IfBuiltIn
class PendingSignIns {

    static final String COOKIE = "HPS-ISSUER-SIGN-IN";

    /** The form's field for it. */
    static final String FIELD = "pending";

    private static final String PURPOSE = "pending";
    private static final Duration TIME_TO_SIGN_IN = Duration.ofHours(1);
    private static final int LONGEST = 2_000;

    private final Seal seal;
    private final SignInCookies cookies;

    PendingSignIns(Seal seal, SignInCookies cookies) {
        this.seal = seal;
        this.cookies = cookies;
    }

    /** Has the browser keep an authorization request, if it is one of a usual length. */
    void keep(HttpServletRequest authorization, HttpServletResponse response) {
        Optional.ofNullable(authorization.getQueryString())
                .filter(query -> query.length() <= LONGEST)
                .ifPresent(query ->
                        cookies.give(response, COOKIE, seal.seal(PURPOSE, query, TIME_TO_SIGN_IN), TIME_TO_SIGN_IN));
    }

    /** Has it remember what a form goes on with, whatever another tab has begun since. */
    void keepOf(HttpServletRequest form, HttpServletResponse response) {
        inForm(form).ifPresent(kept -> cookies.give(response, COOKIE, kept, TIME_TO_SIGN_IN));
    }

    /** What goes into the form; empty if nothing is pending. */
    String forForm(HttpServletRequest request) {
        return kept(request).orElse("");
    }

    /**
     * Where somebody who has signed in goes on: with what is pending, which it is no longer then, else where they are
     * told how.
     */
    String take(HttpServletRequest request, HttpServletResponse response) {
        cookies.give(response, COOKIE, "", Duration.ZERO);
        return kept(request)
                .flatMap(kept -> seal.open(PURPOSE, kept))
                .map(query -> IssuerConfiguration.AUTHORIZE + '?' + query)
                .orElse(IssuerConfiguration.SIGNED_IN);
    }

    private Optional<String> kept(HttpServletRequest request) {
        return inForm(request).or(() -> SignInCookies.of(request, COOKIE).filter(this::isOurs));
    }

    private Optional<String> inForm(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(FIELD)).filter(this::isOurs);
    }

    private boolean isOurs(String kept) {
        return seal.open(PURPOSE, kept).isPresent();
    }
}
