package com.hotpotspot.tlog.merkle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** RFC 6962, section 2.1, word for word: slow, recursive, and written without a look at the code under test. */
final class ReferenceTree {

    private ReferenceTree() {}

    static Hash mth(List<byte[]> d) {
        int n = d.size();
        if (n == 0) {
            return Hash.sha256(new byte[0]);
        }
        if (n == 1) {
            return Hash.sha256(concatenated(new byte[] {0}, d.getFirst()));
        }
        int k = k(n);
        return node(mth(d.subList(0, k)), mth(d.subList(k, n)));
    }

    static List<Hash> path(int m, List<byte[]> d) {
        int n = d.size();
        if (n == 1) {
            return List.of();
        }
        int k = k(n);
        return m < k
                ? plus(path(m, d.subList(0, k)), mth(d.subList(k, n)))
                : plus(path(m - k, d.subList(k, n)), mth(d.subList(0, k)));
    }

    static List<Hash> proof(int m, List<byte[]> d) {
        return subproof(m, d, true);
    }

    private static List<Hash> subproof(int m, List<byte[]> d, boolean whole) {
        int n = d.size();
        if (m == n) {
            return whole ? List.of() : List.of(mth(d));
        }
        int k = k(n);
        return m <= k
                ? plus(subproof(m, d.subList(0, k), whole), mth(d.subList(k, n)))
                : plus(subproof(m - k, d.subList(k, n), false), mth(d.subList(0, k)));
    }

    static Hash node(Hash left, Hash right) {
        return Hash.sha256(concatenated(new byte[] {1}, left.bytes(), right.bytes()));
    }

    private static int k(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> plus(List<Hash> hashes, Hash last) {
        List<Hash> all = new ArrayList<>(hashes);
        all.add(last);
        return all;
    }

    private static byte[] concatenated(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
