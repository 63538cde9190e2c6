package com.hotpotspot.query.access;

import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where browsers find the pages. The issuer sends people back to no other place.
 *
 * @param origin scheme, host and, unless it is the scheme's own, port
 */
@ConfigurationProperties("hotpotspot.pages")
public record PageOrigin(URI origin) {

    public PageOrigin {
        boolean bare = String.valueOf(origin.getRawPath()).matches("/?")
                && origin.getRawQuery() == null
                && origin.getRawFragment() == null;
        if (!bare
                || origin.getHost() == null
                || !Set.of("http", "https").contains(String.valueOf(origin.getScheme()))) {
            throw new IllegalArgumentException(
                    "hotpotspot.pages.origin must be an origin like https://pages.example.org, without a path");
        }
    }

    /** Whether browsers reach them over https, be it through a proxy. */
    public boolean isSecure() {
        return "https".equals(origin.getScheme());
    }

    /**
     * An address of ours.
     *
     * @param path with a leading slash
     */
    URI at(String path) {
        return URI.create("%s://%s%s".formatted(origin.getScheme(), origin.getRawAuthority(), path));
    }
}
