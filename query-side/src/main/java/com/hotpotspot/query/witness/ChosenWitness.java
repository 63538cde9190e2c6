package com.hotpotspot.query.witness;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.tlog.note.VerifierKey;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to ask for a cosignature.
 *
 * @param key by which their signatures are known, of type {@code COSIGNATURE}
 * @param url where they are asked
 * @param node whose witness it is; null for one from outside the network
 */
public record ChosenWitness(
        VerifierKey key, URI url, @Nullable NodeId node) {

    /** Whether it belongs to no node. */
    public boolean isOutside() {
        return node == null;
    }
}
