package com.hotpotspot.keystore;

import java.util.Locale;

/** The bytes of one version of a secret. As text it says which, not what. */
public final class Secret {

    private final SecretVersion which;
    private final byte[] bytes;

    Secret(SecretVersion which, byte[] bytes) {
        this.which = which;
        this.bytes = bytes.clone();
    }

    /** The name and the version, which events may tell. */
    public SecretVersion which() {
        return which;
    }

    public int version() {
        return which.version();
    }

    /** A copy of the bytes, which the caller may wipe after use. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "secret %s version %d", which.name(), which.version());
    }
}
