package com.hotpotspot.command.issuer;

import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.command.web.MessagePages;
import com.hotpotspot.command.web.PageOrigin;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.SignInName;
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

    /**
     * The form, with the name that was sent but never with a secret, and with what the form before went on with.
     *
     * @param notice the end of the key of what is said above it; empty for nothing
     */
    void signIn(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String notice)
            throws IOException {
        form(
                request,
                response,
                status,
                "sign-in",
                Map.of("account", accountOf(request), "notice", notice, "here", IssuerConfiguration.SIGN_IN));
    }

    /**
     * A form that knows itself from one made elsewhere, and where somebody goes on who has done all of them.
     *
     * @param model with {@code here}, the page's address, where the page is to be had in another language
     */
    void form(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String template,
            Map<String, ?> model)
            throws IOException {
        Map<String, Object> all = new HashMap<>(model);
        all.put("csrf", request.getAttribute(CsrfToken.class.getName()));
        all.put("pendingField", PendingSignIns.FIELD);
        all.put("pending", pending.forForm(request));
        all.put("languages", SignInLanguage.OWN_NAMES);
        messages.send(request, response, status, template, all);
    }

    /** Empty for what can be no account: in that field, too, somebody may have typed a secret. */
    private static String accountOf(HttpServletRequest form) {
        return Optional.ofNullable(
                        form.getParameter(UsernamePasswordAuthenticationFilter.SPRING_SECURITY_FORM_USERNAME_KEY))
                .filter(account -> ACCOUNT.matcher(account).matches()
                        || SignInName.typed(account).isPresent())
                .orElse("");
    }

    /** For whoever signed in without having come from the pages; browsers go on there by themselves. */
    void signedIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Refresh", "0; url=" + pages + '/');
        say(request, response, HttpStatus.OK, "signed-in");
    }

    /** Where the pages of the query side are. */
    String address() {
        return pages + "/";
    }

    /** Says what went wrong, and where to go from here. */
    void say(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String what)
            throws IOException {
        messages.say(request, response, status, what);
    }

    /** Somebody came too often, or at a time when nobody can sign in. */
    void later(HttpServletRequest request, HttpServletResponse response, RuntimeException trouble) throws IOException {
        if (trouble instanceof TooManyRequestsException tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.retryAfterSeconds()));
            say(request, response, HttpStatus.TOO_MANY_REQUESTS, "too-many");
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            say(request, response, HttpStatus.SERVICE_UNAVAILABLE, "not-now");
        }
    }

    /** Sends a browser on. To a place here without saying the host, which only a proxy in front may know. */
    static void leadOn(HttpServletResponse response, String place) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, place);
    }
}
