package com.hotpotspot.query.web;

import com.hotpotspot.tlog.merkle.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.webjars.WebJarVersionLocator;

/** Where the pages' scripts and styles are, under addresses that change when their content does. */
@Component
public final class PageAssets {

    private static final String PUBLIC = "META-INF/resources";
    private static final int VERSION_DIGITS = 12;

    private final String style = own("app.css");
    private final String script = own("app.js");
    private final String draft = own("draft.js");
    private final String icon = own("icon.svg");
    private final String htmx = webJar("htmx.org", "dist/htmx.min.js");

    public String style() {
        return style;
    }

    public String script() {
        return script;
    }

    public String draft() {
        return draft;
    }

    public String icon() {
        return icon;
    }

    public String htmx() {
        return htmx;
    }

    private static String webJar(String name, String file) {
        String path = new WebJarVersionLocator().fullPath(name, file);
        if (path == null) {
            throw new IllegalStateException("there is no web jar %s with %s on the class path".formatted(name, file));
        }
        return path.substring(PUBLIC.length());
    }

    private static String own(String name) {
        try (InputStream content = new ClassPathResource("static/assets/" + name).getInputStream()) {
            String digest = Hash.sha256(content.readAllBytes()).hex();
            return "/assets/%s?v=%s".formatted(name, digest.substring(0, VERSION_DIGITS));
        } catch (IOException e) {
            throw new UncheckedIOException("the pages lack " + name, e);
        }
    }
}
