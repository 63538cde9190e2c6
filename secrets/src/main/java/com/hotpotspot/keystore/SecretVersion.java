package com.hotpotspot.keystore;

import java.util.Comparator;

/**
 * Which secret, without its bytes.
 *
 * @param version from 1; the highest is the current one
 */
public record SecretVersion(SecretName name, int version) implements Comparable<SecretVersion> {

    private static final Comparator<SecretVersion> ORDER =
            Comparator.comparing(SecretVersion::name).thenComparingInt(SecretVersion::version);

    @Override
    public int compareTo(SecretVersion other) {
        return ORDER.compare(this, other);
    }
}
