package com.hotpotspot.command.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.exposure.BrowserHeaders;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
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

    private final ITemplateEngine templates;
    private final PageOrigin pages;

    MessagePages(ITemplateEngine templates, PageOrigin pages) {
        this.templates = templates;
        this.pages = pages;
    }

    /** For whoever came to an address of this side where there is nothing for people. */
    public void nothingHere(HttpServletResponse response, HttpStatus status) throws IOException {
        write(response, status, nothingHere());
    }

    /** The same as an answer. */
    ResponseEntity<Object> nothingHere(HttpStatus status) {
        return ResponseEntity.status(status)
                .header(BrowserHeaders.CONTENT_POLICY, policy())
                .contentType(PAGE)
                .body(nothingHere());
    }

    private String nothingHere() {
        return message(
                "There is no page here",
                "At this address programs send commands. The pages are at another, and you sign in from there.");
    }

    /** Says what is the matter, and where to go from here. */
    public void say(HttpServletResponse response, HttpStatus status, String title, String text) throws IOException {
        write(response, status, message(title, text));
    }

    private String message(String title, String text) {
        return render("sign-in-message", Map.of("title", title, "text", text, "pages", pages + "/"));
    }

    /** @param template of a page without scripts, whose forms come back here or lead to the pages */
    public void send(HttpServletResponse response, HttpStatus status, String template, Map<String, Object> model)
            throws IOException {
        write(response, status, render(template, model));
    }

    private String render(String template, Map<String, Object> model) {
        return templates.process(template, new Context(Locale.ENGLISH, model));
    }

    private void write(HttpServletResponse response, HttpStatus status, String page) throws IOException {
        response.setStatus(status.value());
        response.setHeader(BrowserHeaders.CONTENT_POLICY, policy());
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
