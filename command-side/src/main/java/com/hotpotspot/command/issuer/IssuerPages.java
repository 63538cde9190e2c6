package com.hotpotspot.command.issuer;

import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.command.web.MessagePages;
import com.hotpotspot.command.web.PageOrigin;
import com.hotpotspot.events.account.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** The pages that people see at the issuer, whatever happens to them there. Each leads on. */
@Component
@IfBuiltIn
class IssuerPages {

    private static final Pattern ACCOUNT = Pattern.compile(AccountId.FORM);

    private final MessagePages messages;
    private final PendingSignIns pending;
    private final PageOrigin pages;

    IssuerPages(MessagePages messages, PendingSignIns pending, PageOrigin pages) {
        this.messages = messages;
        this.pending = pending;
        this.pages = pages;
    }

    /** The form, with the account that was sent but never with a secret, and with what the form before went on with. */
    void signIn(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String notice)
            throws IOException {
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        Map<String, Object> model = new HashMap<>();
        model.put("csrf", csrf);
        model.put("pendingField", PendingSignIns.FIELD);
        model.put("pending", pending.forForm(request));
        model.put("account", accountOf(request));
        model.put("notice", notice);
        messages.send(response, status, "sign-in", model);
    }

    /** Empty for what can be no account: in that field, too, somebody may have typed a secret. */
    private static String accountOf(HttpServletRequest form) {
        return Optional.ofNullable(
                        form.getParameter(UsernamePasswordAuthenticationFilter.SPRING_SECURITY_FORM_USERNAME_KEY))
                .filter(account -> ACCOUNT.matcher(account).matches())
                .orElse("");
    }

    /** For whoever signed in without having come from the pages; browsers go on there by themselves. */
    void signedIn(HttpServletResponse response) throws IOException {
        response.setHeader("Refresh", "0; url=" + pages + '/');
        say(response, HttpStatus.OK, "You are signed in", "What you came for is on the pages.");
    }

    /** Says what went wrong, and where to go from here. */
    void say(HttpServletResponse response, HttpStatus status, String title, String text) throws IOException {
        messages.say(response, status, title, text);
    }

    /** Somebody came too often, or at a time when nobody can sign in. */
    void later(HttpServletResponse response, RuntimeException trouble) throws IOException {
        if (trouble instanceof TooManyRequestsException tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.retryAfterSeconds()));
            say(
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Too many attempts",
                    "There were too many attempts to sign in from here. Wait a minute, then try again.");
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            say(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Not available at the moment",
                    "Nobody can be signed in at the moment. Try again shortly.");
        }
    }

    /** Sends a browser on. To a place here without saying the host, which only a proxy in front may know. */
    static void leadOn(HttpServletResponse response, String place) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, place);
    }
}
