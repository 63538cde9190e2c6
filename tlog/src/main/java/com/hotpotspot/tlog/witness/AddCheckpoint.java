package com.hotpotspot.tlog.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.format.Decimal;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.format.Utf8;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.note.SignedNote;
import java.util.Arrays;
import java.util.List;

/**
 * What a log asks of a witness: the body of {@code add-checkpoint}.
 *
 * @param oldSize of the checkpoint that the witness has signed last, 0 if there is none
 * @param proof that the tree of the checkpoint grew out of the tree of that size
 * @param checkpoint signed by the log
 */
public record AddCheckpoint(long oldSize, List<Hash> proof, SignedCheckpoint checkpoint) {

    /** In bytes: 63 hashes take less than 3 KB, and the rest is more than a log's checkpoint needs. */
    public static final int LONGEST = 64 * 1_024;

    private static final String OLD = "old ";
    private static final int LONGEST_PROOF = 63;

    /** @throws FormatException if no request can say that */
    public AddCheckpoint {
        proof = List.copyOf(proof);
        FormatException.unless(oldSize >= 0, "the old size is negative");
        FormatException.unless(proof.size() <= LONGEST_PROOF, "a consistency proof has more than 63 hashes");
    }

    /**
     * Reads a request's body.
     *
     * @throws FormatException if it is not one
     */
    public static AddCheckpoint parse(byte[] body) {
        FormatException.unless(body.length <= LONGEST, "the request is longer than 65,536 bytes");
        String text = Utf8.decode(body, "the request");
        int blank = text.indexOf("\n\n");
        FormatException.unless(blank >= 0, "the request has no blank line before the checkpoint");
        // Not as String.lines() does it, for which a carriage return ends a line, too.
        List<String> lines = Arrays.asList(text.substring(0, blank).split("\n", -1));
        FormatException.unless(lines.getFirst().startsWith(OLD), "the request does not begin with the old size");
        FormatException.unless(lines.size() <= 1 + LONGEST_PROOF, "a consistency proof has more than 63 hashes");
        return new AddCheckpoint(
                Decimal.parse(lines.getFirst().substring(OLD.length()), "the old size"),
                lines.stream()
                        .skip(1)
                        .map(line -> Hash.fromBase64(line, "a hash of a consistency proof"))
                        .toList(),
                SignedCheckpoint.of(SignedNote.parse(text.substring(blank + 2))));
    }

    /** The body; {@link #parse} reads it back. */
    public byte[] bytes() {
        StringBuilder body = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.forEach(hash -> body.append(hash.base64()).append('\n'));
        return body.append('\n').append(checkpoint.note()).toString().getBytes(UTF_8);
    }
}
