package com.hotpotspot.query.audit;

import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.note.KeyName;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/** Somebody outside of this process who keeps what the log has signed, and can be asked. */
interface Keeper {

    /** As the beginning of a sentence. */
    String title();

    /**
     * The last checkpoint of the log that is kept there; empty if none is shown.
     *
     * @throws IOException if nobody can be asked at the moment; the message says why
     */
    Optional<SignedCheckpoint> shown(KeyName origin) throws IOException, InterruptedException;

    /**
     * The size of another checkpoint that the keeper claims to have, without showing it: a larger one than ours, or one
     * of the same size. Empty if ours is fine.
     *
     * @param ours the last checkpoint that this log has signed
     * @throws IOException if nobody can be asked at the moment; the message says why
     */
    OptionalLong claimedAgainst(SignedCheckpoint ours) throws IOException, InterruptedException;
}
