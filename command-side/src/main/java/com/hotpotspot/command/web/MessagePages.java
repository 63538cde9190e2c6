package com.hotpotspot.command.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.exposure.BrowserHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The few pages of this side, for people who sign in or have gone astray. Those that say something lead on. */
@Component
public class MessagePages {

    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, UTF_8);
    private static final String NOTHING_HERE = "nothing-here";

    private final ITemplateEngine templates;
    private final PageOrigin pages;

    MessagePages(ITemplateEngine templates, PageOrigin pages) {
        this.templates = templates;
        this.pages = pages;
    }

    /** For whoever came to an address of this side where there is nothing for people. */
    public void nothingHere(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException {
        say(request, response, status, NOTHING_HERE);
    }

    /** The same as an answer. */
    ResponseEntity<Object> nothingHere(HttpServletRequest request, HttpStatus status) {
        Locale language = PageLanguage.of(request);
        return ResponseEntity.status(status)
                .header(BrowserHeaders.CONTENT_POLICY, policy())
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE)
                .contentType(PAGE)
                .body(message(language, NOTHING_HERE));
    }

    /**
     * Says what is the matter, and where to go from here.
     *
     * @param what the end of the keys under which the bundles have its title and its text
     */
    public void say(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String what)
            throws IOException {
        Locale language = PageLanguage.of(request);
        write(response, status, language, message(language, what));
    }

    private String message(Locale language, String what) {
        return render(language, "sign-in-message", Map.of("what", what, "pages", pages + "/"));
    }

    /** @param template of a page without scripts, whose forms come back here or lead to the pages */
    public void send(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String template,
            Map<String, Object> model)
            throws IOException {
        Locale language = PageLanguage.of(request);
        write(response, status, language, render(language, template, model));
    }

    private String render(Locale language, String template, Map<String, Object> model) {
        return templates.process(template, new Context(language, model));
    }

    private void write(HttpServletResponse response, HttpStatus status, Locale language, String page)
            throws IOException {
        response.setStatus(status.value());
        response.setHeader(BrowserHeaders.CONTENT_POLICY, policy());
        PageLanguage.tell(language, response);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(UTF_8);
        response.getWriter().write(page);
    }

    /** Browsers ask this about the answers to the form, too, and the last of these leads back to the pages. */
    private String policy() {
        return "default-src 'none'; style-src 'self'; form-action 'self' " + pages
                + "; base-uri 'none'; frame-ancestors 'none'";
    }
}
