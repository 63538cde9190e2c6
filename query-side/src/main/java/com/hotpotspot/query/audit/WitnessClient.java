package com.hotpotspot.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.outside.BoundedHttp;
import com.hotpotspot.outside.BoundedHttp.Reply;
import com.hotpotspot.query.witness.ChosenWitness;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.merkle.ConsistencyProof;
import com.hotpotspot.tlog.note.KeyName;
import com.hotpotspot.tlog.note.NoteSignature;
import com.hotpotspot.tlog.witness.AddCheckpoint;
import com.hotpotspot.tlog.witness.Witness;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/**
 * Asks one witness to cosign checkpoints, and for the last one that it did (c2sp.org/tlog-witness). It believes nothing
 * that the witness answers before the signature is verified. Not safe for several threads at once.
 */
final class WitnessClient implements Keeper {

    private static final int CONFLICT = 409;
    private static final Pattern SIZE = Pattern.compile("[0-9]{1,18}");

    private final BoundedHttp http;
    private final ChosenWitness witness;
    private final URI door;
    private long confirmed;

    /**
     * @param confirmed the size that the witness has cosigned last, as far as is known; it says itself if that is wrong
     */
    WitnessClient(BoundedHttp http, ChosenWitness witness, long confirmed) {
        this.http = http;
        this.witness = witness;
        this.confirmed = confirmed;
        this.door = BoundedHttp.below(witness.url(), "add-checkpoint");
    }

    @Override
    public String title() {
        return "The witness " + witness.key().name();
    }

    @Override
    public Optional<SignedCheckpoint> shown(KeyName origin) throws IOException, InterruptedException {
        Reply reply = http.get(BoundedHttp.below(witness.url(), Witness.nameOf(origin.value()) + "/checkpoint"))
                .orUnavailable();
        try {
            return reply.isOk()
                    ? Optional.of(SignedCheckpoint.parse(reply.body().getBytes(UTF_8)))
                    : Optional.empty();
        } catch (FormatException e) {
            // A witness without that door, perhaps; what it says at the other one is asked for then.
            return Optional.empty();
        }
    }

    @Override
    public OptionalLong claimedAgainst(SignedCheckpoint ours) throws IOException, InterruptedException {
        long size = ours.checkpoint().size();
        Reply reply = http.post(door, new AddCheckpoint(size, List.of(), ours).bytes())
                .orUnavailable();
        String said = reply.body().strip();
        if (reply.status() != CONFLICT || !SIZE.matcher(said).matches()) {
            return OptionalLong.empty();
        }
        long claimed = Long.parseLong(said);
        return claimed < size ? OptionalLong.empty() : OptionalLong.of(claimed);
    }

    /**
     * The witness's signature under a checkpoint.
     *
     * @param proofs the proof that the checkpoint's tree continues the one of some size
     * @throws RefusedException if the witness answers, and does not cosign; the message says why
     * @throws IOException if the witness cannot be reached; the message says why
     */
    NoteSignature cosign(SignedCheckpoint checkpoint, LongFunction<ConsistencyProof> proofs)
            throws IOException, InterruptedException {
        long size = checkpoint.checkpoint().size();
        Reply reply = ask(checkpoint, proofs, Math.min(confirmed, size));
        if (reply.status() == CONFLICT) {
            confirmed = latestSize(reply.body(), size);
            reply = ask(checkpoint, proofs, confirmed);
        }
        if (!reply.isOk()) {
            throw new RefusedException("it answered " + reply.inWords());
        }
        NoteSignature cosignature = verified(checkpoint, reply.body());
        confirmed = size;
        return cosignature;
    }

    private Reply ask(SignedCheckpoint checkpoint, LongFunction<ConsistencyProof> proofs, long oldSize)
            throws IOException, InterruptedException {
        return http.post(door, new AddCheckpoint(oldSize, proofs.apply(oldSize).path(), checkpoint).bytes());
    }

    private static long latestSize(String body, long size) throws RefusedException {
        String text = body.strip();
        if (!SIZE.matcher(text).matches()) {
            throw new RefusedException("it has signed another size, and does not say which");
        }
        long latest = Long.parseLong(text);
        if (latest > size) {
            throw new RefusedException(
                    "it has signed a checkpoint over " + latest + " events already, beyond this one over " + size);
        }
        return latest;
    }

    private NoteSignature verified(SignedCheckpoint checkpoint, String body) throws RefusedException {
        for (String line : body.lines().toList()) {
            try {
                NoteSignature signature = NoteSignature.parse(line);
                if (witness.key().verifies(checkpoint.note().text(), signature)) {
                    return signature;
                }
            } catch (FormatException e) {
                throw new RefusedException("its answer is no signature: " + e.getMessage(), e);
            }
        }
        throw new RefusedException("it answered with no valid signature of its key");
    }

    /** The witness can be reached, and did not cosign. */
    static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1;

        RefusedException(String reason) {
            super(reason);
        }

        RefusedException(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
