package com.hotpotspot.tlog.checkpoint;

import com.hotpotspot.tlog.note.VerifierKey;
import java.util.List;

/**
 * A checkpoint that a policy has found good enough.
 *
 * @param log the key that signed it
 * @param cosignatures one for each witness of the policy that co-signed, the latest if a witness did so more than once;
 *     empty where the policy asks for none and none came
 */
public record TrustedCheckpoint(Checkpoint checkpoint, VerifierKey log, List<Cosignature> cosignatures) {

    public TrustedCheckpoint {
        cosignatures = List.copyOf(cosignatures);
    }
}
