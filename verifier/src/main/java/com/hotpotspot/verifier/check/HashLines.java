package com.hotpotspot.verifier.check;

import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.format.Utf8;
import com.hotpotspot.tlog.merkle.Hash;
import java.util.List;

/** A consistency proof as text: one hash in base64 on each line, as {@code add-checkpoint} of tlog-witness has them. */
final class HashLines {

    private static final int MOST = 63;

    private HashLines() {}

    static List<Hash> parse(byte[] file) {
        List<String> lines = Utf8.decode(file, "a consistency proof").lines().toList();
        FormatException.unless(lines.size() <= MOST, "a consistency proof has more than 63 hashes");
        return lines.stream()
                .map(line -> Hash.fromBase64(line, "a hash of a consistency proof"))
                .toList();
    }
}
