package com.hotpotspot.command.web;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the pages are, the only origin whose scripts may talk to this side.
 *
 * @param origin scheme, host and port, as browsers send it
 */
@ConfigurationProperties("hotpotspot.pages")
public record PageOrigin(
        @DefaultValue("http://localhost:8081") URI origin) {

    /** @throws IllegalArgumentException if it is more, or less, than an origin */
    public PageOrigin {
        if (origin.getHost() == null
                || !(origin.getPath() == null || origin.getPath().isEmpty())
                || origin.getQuery() != null) {
            throw new IllegalArgumentException(
                    "hotpotspot.pages.origin must be scheme://host:port and nothing more, not " + origin);
        }
    }

    @Override
    public String toString() {
        return origin.toString();
    }
}
