package com.hotpotspot.query.audit;

import com.hotpotspot.tlog.merkle.Hash;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Neighbouring hashes of one tile, which came to be in one step.
 *
 * @param level the tile's
 * @param first index of the first of them within the level
 */
record Segment(int level, long first, List<Hash> hashes) {

    Segment {
        hashes = List.copyOf(hashes);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(hashes.size() * Hash.BYTES);
        hashes.forEach(hash -> bytes.writeBytes(hash.bytes()));
        return bytes.toByteArray();
    }
}
