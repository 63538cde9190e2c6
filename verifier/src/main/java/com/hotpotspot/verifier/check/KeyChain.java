package com.hotpotspot.verifier.check;

import static com.hotpotspot.verifier.check.Findings.number;

import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.checkpoint.TlogPolicy;
import com.hotpotspot.tlog.checkpoint.UntrustedException;
import com.hotpotspot.tlog.event.KeyRotation;
import com.hotpotspot.tlog.note.InvalidSignatureException;
import com.hotpotspot.tlog.note.VerifierKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows a log from a key that is trusted to those that came after it. A key is believed if the log, in a checkpoint
 * that a trusted key has signed, tells of it, and it has signed that checkpoint, too. Which witnesses must have signed
 * is not asked here: who follows a key is the business of that key alone.
 */
final class KeyChain {

    private final Findings findings;
    private final List<SignedCheckpoint> followed = new ArrayList<>();
    private TlogPolicy policy;

    KeyChain(TlogPolicy policy, Findings findings) {
        this.policy = policy;
        this.findings = findings;
    }

    /** @param rotations the oldest first */
    void follow(List<KeyRotation> rotations) {
        rotations.forEach(this::follow);
    }

    /** The policy with all keys that were found. */
    TlogPolicy policy() {
        return policy;
    }

    /** The checkpoints that two keys have signed, by which was followed. */
    List<SignedCheckpoint> followed() {
        return followed;
    }

    private void follow(KeyRotation rotation) {
        VerifierKey next = rotation.key();
        if (policy.logs().contains(next)) {
            return;
        }
        SignedCheckpoint checkpoint = rotation.told().proof().checkpoint();
        VerifierKey before;
        try {
            before =
                    TlogPolicy.of(policy.logs(), List.of(), 0).trust(checkpoint).log();
        } catch (UntrustedException e) {
            // Before the key that is trusted, or of another log.
            findings.holds("The rotation to key " + next.id() + " is not followed: " + e.getMessage() + ".");
            return;
        }
        String why = fault(rotation, before, checkpoint);
        if (why != null) {
            findings.fails("The rotation to key " + next.id() + " cannot be followed: " + why + ".");
            return;
        }
        policy = policy.withLog(next);
        followed.add(checkpoint);
        findings.holds("Key " + before.id() + " was followed by key " + next.id() + ": the event at position "
                + number(rotation.told().proof().index()) + " says so, in a checkpoint over "
                + number(checkpoint.checkpoint().size()) + " events that both have signed.");
    }

    private static @Nullable String fault(KeyRotation rotation, VerifierKey before, SignedCheckpoint checkpoint) {
        if (!rotation.key().name().equals(before.name())) {
            return "it names a key of another log, " + rotation.key().name();
        }
        List<String> faults = rotation.told().event().faults();
        if (!faults.isEmpty()) {
            return faults.getFirst();
        }
        if (!rotation.told().leadsToCheckpoint()) {
            return "its proof does not lead from the event to the checkpoint that was signed";
        }
        try {
            if (checkpoint.note().verifiedBy(List.of(rotation.key())).isEmpty()) {
                return "the new key has not signed the checkpoint that covers the event";
            }
        } catch (InvalidSignatureException e) {
            return e.getMessage();
        }
        return null;
    }
}
