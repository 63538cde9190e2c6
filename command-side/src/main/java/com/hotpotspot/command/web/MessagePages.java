package com.hotpotspot.command.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The few pages of this side, for people who sign in or have gone astray. Those that say something lead on. */
@Component
public class MessagePages {

    private final ITemplateEngine templates;
    private final PageOrigin pages;

    MessagePages(ITemplateEngine templates, PageOrigin pages) {
        this.templates = templates;
        this.pages = pages;
    }

    /** Says what is the matter, and where to go from here. */
    public void say(HttpServletResponse response, HttpStatus status, String title, String text) throws IOException {
        send(response, status, "sign-in-message", Map.of("title", title, "text", text, "pages", pages + "/"));
    }

    /** @param template of a page without scripts, whose forms come back here or lead to the pages */
    public void send(HttpServletResponse response, HttpStatus status, String template, Map<String, Object> model)
            throws IOException {
        String page = templates.process(template, new Context(Locale.ENGLISH, model));
        response.setStatus(status.value());
        // Browsers ask this about the answers to the form, too, and the last of these leads back to the pages.
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; form-action 'self' " + pages
                        + "; base-uri 'none'; frame-ancestors 'none'");
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(UTF_8);
        response.getWriter().write(page);
    }
}
