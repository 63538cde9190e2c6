package com.hotpotspot.client;

/** What opens the doors for a while to whoever carries it (RFC 6750), and therefore is never shown. */
public final class BearerToken {

    private final String value;
    private final long renewAt;

    /** @param renewAt as {@link Waiting#nanoTime()} counts */
    BearerToken(String value, long renewAt) {
        this.value = value;
        this.renewAt = renewAt;
    }

    /** The header {@code Authorization}. */
    public String authorization() {
        return "Bearer " + value;
    }

    boolean isFreshAt(long now) {
        return now - renewAt < 0;
    }

    @Override
    public String toString() {
        return "a bearer token";
    }
}
