package com.hotpotspot.query.relay;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where what people do on pages is sent on to.
 *
 * @param commandSide the command side as this server reaches it: scheme, host and port
 * @param plainTextAllowed whether the operator said that plain HTTP will do though the command side is on another
 *     machine; the access tokens of people go there
 * @param patience how long an answer may take
 */
@ConfigurationProperties("hotpotspot.relay")
record RelaySettings(URI commandSide, boolean plainTextAllowed, Duration patience) {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    RelaySettings {
        require(
                commandSide.getHost() != null
                        && Set.of("http", "https").contains(String.valueOf(commandSide.getScheme())),
                "command-side",
                "must be an address that begins with https:// or http://");
        require(
                plainTextAllowed || "https".equals(commandSide.getScheme()) || isLoopback(commandSide.getHost()),
                "command-side",
                "must begin with https:// unless the command side is on this machine, since people's access tokens go"
                        + " there; or set hotpotspot.relay.plain-text-allowed=true if something in between encrypts");
        require(
                patience.isPositive() && patience.compareTo(LONGEST) <= 0,
                "patience",
                "must be longer than nothing and no longer than a minute");
    }

    /** By its name or its digits; nobody is asked for an address. */
    private static boolean isLoopback(String host) {
        InetAddress digits = NetUtil.createInetAddressFromIpAddressString(host);
        return host.equals("localhost") || (digits != null && digits.isLoopbackAddress());
    }

    private static void require(boolean condition, String name, String rule) {
        if (!condition) {
            throw new IllegalArgumentException("hotpotspot.relay." + name + " " + rule);
        }
    }
}
