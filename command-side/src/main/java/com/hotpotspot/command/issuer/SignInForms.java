package com.hotpotspot.command.issuer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/**
 * What tells the sign-in form from one that was made elsewhere: the same token in the form and, sealed, in a cookie. It
 * outlives a sign-in, so that forms which are open in other tabs can still be sent.
 */
@Component
@IfBuiltIn
class SignInForms implements CsrfTokenRepository {

    static final String COOKIE = "HPS-ISSUER-FORM";

    private static final String PURPOSE = "form";
    private static final String FIELD = "_csrf";
    private static final Duration GOOD_FOR = Duration.ofHours(24);
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Seal seal;
    private final SignInCookies cookies;

    SignInForms(Seal seal, SignInCookies cookies) {
        this.seal = seal;
        this.cookies = cookies;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return token(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null) {
            cookies.give(response, COOKIE, seal.seal(PURPOSE, token.getToken(), GOOD_FOR), GOOD_FOR);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return SignInCookies.of(request, COOKIE)
                .flatMap(kept -> seal.open(PURPOSE, kept))
                .map(SignInForms::token)
                .orElse(null);
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken("X-CSRF-TOKEN", FIELD, value);
    }
}
