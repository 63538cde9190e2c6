package com.hotpotspot.exposure;

import java.util.Map;

/**
 * What every answer of either side tells browsers: to guess nothing, to say nowhere where they came from, and to keep
 * nothing. What may be loaded and who may frame it differs, and each side says it.
 */
public final class BrowserHeaders {

    /** Those of every answer. */
    public static final Map<String, String> ALWAYS =
            Map.of("X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer");

    /** For what may be loaded from where, and where it may be sent. */
    public static final String CONTENT_POLICY = "Content-Security-Policy";

    /** That of answers that are data and nothing else. */
    public static final String NOTHING_BUT_DATA = "default-src 'none'; frame-ancestors 'none'";

    /** Of answers that do not say otherwise, as those that never change do. */
    public static final String KEEP_NOTHING = "no-store";

    /** For a server that speaks TLS. */
    public static final String TRANSPORT_SECURITY = "Strict-Transport-Security";

    /** A year. */
    public static final String ENCRYPTED_FROM_NOW_ON = "max-age=31536000";

    private BrowserHeaders() {}
}
