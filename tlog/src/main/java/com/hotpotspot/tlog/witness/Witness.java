package com.hotpotspot.tlog.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.tlog.checkpoint.Checkpoint;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.checkpoint.TlogPolicy;
import com.hotpotspot.tlog.checkpoint.UntrustedException;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.merkle.ConsistencyProof;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.note.NoteSignature;
import com.hotpotspot.tlog.note.NoteSigner;
import com.hotpotspot.tlog.note.SignedNote;
import com.hotpotspot.tlog.note.VerifiedSignature;
import com.hotpotspot.tlog.note.VerifierKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Signs what continues what it signed before, and nothing else. Requests are taken one after the other: a checkpoint is
 * checked, kept and answered in one step.
 */
public final class Witness {

    private final TlogPolicy logs;
    private final NoteSigner signer;
    private final WitnessStore store;

    /**
     * @param logs the keys of the logs that it knows
     * @param signer of type {@link com.hotpotspot.tlog.note.SignatureType#COSIGNATURE}
     * @throws FormatException if a key is not one of a log, or is there twice
     */
    public Witness(List<VerifierKey> logs, NoteSigner signer, WitnessStore store) {
        this.logs = TlogPolicy.of(logs, List.of(), 0);
        this.signer = signer;
        this.store = store;
    }

    /** What others verify its signatures with. */
    public VerifierKey verifierKey() {
        return signer.verifierKey();
    }

    /** What a log is called in the path of its last checkpoint: the SHA-256 of its origin in hexadecimal digits. */
    public static String nameOf(String origin) {
        return Hash.sha256(origin.getBytes(UTF_8)).hex();
    }

    /**
     * Answers who asks for the last checkpoint of a log that was cosigned here: whoever puts an older copy of a log
     * back learns from it what was signed since.
     *
     * @param name of the log, as {@link #nameOf} makes it
     * @throws IOException if the store fails
     */
    public synchronized Answer latest(String name) throws IOException {
        List<String> origins = logs.logs().stream()
                .map(log -> log.name().value())
                .distinct()
                .filter(origin -> nameOf(origin).equals(name))
                .toList();
        if (origins.isEmpty()) {
            return Answer.refused(404, "No log of that name is known here.");
        }
        return store.latest(origins.getFirst())
                .map(checkpoint -> Answer.checkpoint(cosigned(checkpoint.note()).toString()))
                .orElseGet(() -> Answer.refused(404, "Nothing of that log was cosigned here yet."));
    }

    /**
     * Answers a request's body.
     *
     * @throws IOException if the store fails; then nothing was signed
     */
    public Answer answer(byte[] body) throws IOException {
        try {
            return answer(AddCheckpoint.parse(body));
        } catch (FormatException e) {
            return Answer.refused(400, "The request cannot be used: " + e.getMessage() + ".");
        }
    }

    /**
     * Answers a request.
     *
     * @throws IOException if the store fails; then nothing was signed
     */
    public synchronized Answer answer(AddCheckpoint request) throws IOException {
        Checkpoint checkpoint = request.checkpoint().checkpoint();
        try {
            logs.trust(request.checkpoint());
        } catch (UntrustedException e) {
            return Answer.refused(
                    e.reason() == UntrustedException.Reason.UNKNOWN_LOG ? 404 : 403,
                    "Not to be trusted: " + e.getMessage() + ".");
        }
        if (request.oldSize() > checkpoint.size()) {
            return Answer.refused(400, "The old size is larger than the checkpoint's.");
        }
        Checkpoint latest = store.latest(checkpoint.origin())
                .map(SignedCheckpoint::checkpoint)
                .orElseGet(() -> new Checkpoint(checkpoint.origin(), 0, Hash.EMPTY_TREE));
        boolean otherTree = latest.size() == checkpoint.size() && !latest.root().equals(checkpoint.root());
        if (request.oldSize() != latest.size() || otherTree) {
            return Answer.conflict(latest.size());
        }
        if (!new ConsistencyProof(latest.size(), checkpoint.size(), request.proof())
                .proves(latest.root(), checkpoint.root())) {
            return Answer.refused(422, "The proof does not show that the checkpoint continues the last one.");
        }
        if (latest.size() != checkpoint.size()) {
            store.keep(request.checkpoint());
        }
        return Answer.cosigned(signer.sign(request.checkpoint().note().text()).line());
    }

    /** With the signatures of the log and the witness, and no others that a stranger may have put below. */
    private SignedNote cosigned(SignedNote note) {
        List<NoteSignature> signatures = note.verifiedBy(logs.logs()).stream()
                .map(VerifiedSignature::signature)
                .collect(Collectors.toCollection(ArrayList::new));
        signatures.add(signer.sign(note.text()));
        return new SignedNote(note.text(), signatures);
    }
}
