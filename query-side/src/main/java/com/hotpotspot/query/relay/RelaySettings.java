package com.hotpotspot.query.relay;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where what people do on pages is sent on to.
 *
 * @param commandSide the command side as this server reaches it: scheme, host and port
 * @param patience how long an answer may take
 */
@ConfigurationProperties("hotpotspot.relay")
record RelaySettings(URI commandSide, Duration patience) {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    RelaySettings {
        require(
                commandSide.getHost() != null
                        && Set.of("http", "https").contains(String.valueOf(commandSide.getScheme())),
                "command-side",
                "must be an address that begins with https:// or http://");
        require(
                patience.isPositive() && patience.compareTo(LONGEST) <= 0,
                "patience",
                "must be longer than nothing and no longer than a minute");
    }

    private static void require(boolean condition, String name, String rule) {
        if (!condition) {
            throw new IllegalArgumentException("hotpotspot.relay." + name + " " + rule);
        }
    }
}
