package com.hotpotspot.command.issuer;

import com.hotpotspot.command.access.AccessSettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The cookies with which the issuer keeps nothing itself of those who have not signed in. */
@Component
@IfBuiltIn
class SignInCookies implements ServletContextInitializer {

    private final boolean encrypted;

    SignInCookies(AccessSettings access) {
        this.encrypted = access.issuer().startsWith("https:");
    }

    /**
     * Behind a proxy that encrypts, only the issuer's address tells that browsers must not send cookies in the open.
     */
    @Override
    public void onStartup(jakarta.servlet.ServletContext servlets) {
        if (encrypted) {
            servlets.getSessionCookieConfig().setSecure(true);
        }
    }

    void give(HttpServletResponse response, String name, String value, Duration age) {
        give(response, IssuerConfiguration.SIGN_IN, name, value, age);
    }

    /** One that the other pages see, too, where they are on the same host. */
    void giveToAll(HttpServletResponse response, String name, String value, Duration age) {
        give(response, "/", name, value, age);
    }

    private void give(HttpServletResponse response, String path, String name, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path(path)
                        .maxAge(age)
                        .httpOnly(true)
                        .secure(encrypted)
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    static Optional<String> of(HttpServletRequest request, String name) {
        Cookie @Nullable [] all = request.getCookies();
        return Stream.ofNullable(all)
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}
