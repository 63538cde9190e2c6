package com.hotpotspot.exposure;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens and how it speaks.
 *
 * @param address null for every address of the machine
 * @param encrypted whether it speaks TLS itself
 * @param plainTextAllowed whether the operator said that plain HTTP will do, since something in front encrypts
 */
public record Exposure(@Nullable InetAddress address, boolean encrypted, boolean plainTextAllowed) {

    /** The property by which an operator says so, on both sides. */
    public static final String PROPERTY = "hotpotspot.web.plain-text-allowed";

    /** @throws UnsafeExposureException if others could reach the server and read along */
    public void mustBeSafe() {
        InetAddress where = address;
        if (!encrypted && !plainTextAllowed && (where == null || !where.isLoopbackAddress())) {
            throw new UnsafeExposureException(
                    "This server would speak plain HTTP on %s. Set server.ssl.certificate and"
                            + " server.ssl.certificate-private-key, or leave server.address at 127.0.0.1, or set %s=true"
                            + " if a proxy in front of it encrypts.",
                    where == null ? "every address" : where.getHostAddress(), PROPERTY);
        }
    }
}
