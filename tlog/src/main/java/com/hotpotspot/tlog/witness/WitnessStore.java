package com.hotpotspot.tlog.witness;

import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import java.io.IOException;
import java.util.Optional;

/** Where a witness keeps the last checkpoint of each log that it has signed. */
public interface WitnessStore {

    /**
     * The last checkpoint of a log; empty if none was ever signed.
     *
     * @throws IOException if it cannot be read, in which case nothing may be signed
     */
    Optional<SignedCheckpoint> latest(String origin) throws IOException;

    /**
     * Keeps a checkpoint in place of the last one of its log. When this returns it outlives a crash.
     *
     * @throws IOException if that is not sure, in which case nothing may be signed
     */
    void keep(SignedCheckpoint checkpoint) throws IOException;
}
