package com.hotpotspot.query.witness;

import com.hotpotspot.tlog.note.VerifierKey;
import java.util.Optional;

/** What witnesses have signed, as far as is known here. The audit log keeps it. */
public interface Cosignatures {

    /** How many events the last checkpoint covers that this witness has signed; 0 if there is none. */
    long lastSigned(VerifierKey witness);

    /**
     * Why it has not signed when it was asked last, in words; empty if it has, or if another process does the asking.
     */
    Optional<String> refusal(VerifierKey witness);
}
