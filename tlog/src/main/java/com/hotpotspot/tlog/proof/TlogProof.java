package com.hotpotspot.tlog.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.format.Base64Text;
import com.hotpotspot.tlog.format.Decimal;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.format.Utf8;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.merkle.InclusionProof;
import com.hotpotspot.tlog.note.SignedNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The content of a {@code .tlog-proof} file. It proves an entry once a policy trusts its checkpoint <em>and</em>
 * {@link #leadsToCheckpoint} says that the entry's leaf leads there.
 *
 * @param extra whatever an application put in, in base64; covered by no signature. Our log puts in nothing
 * @param index of the entry in the log, from 0
 * @param path the leaf's sibling first
 * @param checkpoint with its signatures, to the byte
 */
public record TlogProof(Optional<String> extra, long index, List<Hash> path, SignedCheckpoint checkpoint) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    /** A tree of 2^63-1 leaves has no longer paths. */
    private static final int LONGEST_PATH = 63;

    /** @throws FormatException if no proof can say that */
    public TlogProof {
        extra.ifPresent(text -> Base64Text.decode(text, "a proof's extra data"));
        path = List.copyOf(path);
        FormatException.unless(index >= 0, "a proof's index is negative");
        FormatException.unless(path.size() <= LONGEST_PATH, "a proof has more than 63 hashes");
    }

    /** A proof as our log writes it. */
    public TlogProof(InclusionProof inclusion, SignedCheckpoint checkpoint) {
        this(Optional.empty(), inclusion.index(), inclusion.path(), checkpoint);
    }

    /**
     * Reads a whole file.
     *
     * @throws FormatException if it is not one
     */
    public static TlogProof parse(byte[] file) {
        FormatException.unless(file.length <= 2 * SignedNote.LONGEST, "a proof is longer than 2,000,000 bytes");
        return parse(Utf8.decode(file, "a proof"));
    }

    /**
     * Reads a whole file.
     *
     * @throws FormatException if it is not one
     */
    public static TlogProof parse(String file) {
        Lines lines = new Lines(file);
        FormatException.unless(lines.next().equals(HEADER), "a proof does not begin with " + HEADER);
        String line = lines.next();
        Optional<String> extra = Optional.empty();
        if (line.startsWith(EXTRA)) {
            extra = Optional.of(line.substring(EXTRA.length()));
            line = lines.next();
        }
        FormatException.unless(line.startsWith(INDEX), "a proof has no index line");
        long index = Decimal.parse(line.substring(INDEX.length()), "a proof's index");
        List<Hash> path = new ArrayList<>();
        for (line = lines.next(); !line.isEmpty(); line = lines.next()) {
            FormatException.unless(path.size() < LONGEST_PATH, "a proof has more than 63 hashes");
            path.add(Hash.fromBase64(line, "a hash of a proof"));
        }
        return new TlogProof(extra, index, path, SignedCheckpoint.of(SignedNote.parse(lines.rest())));
    }

    /** Whether the leaf leads to the checkpoint's root. What the checkpoint is worth is another question. */
    public boolean leadsToCheckpoint(Hash leaf) {
        return new InclusionProof(index, checkpoint.checkpoint().size(), path)
                .proves(leaf, checkpoint.checkpoint().root());
    }

    /** The file's bytes; {@link #parse(byte[])} reads them back. */
    public byte[] bytes() {
        return toString().getBytes(UTF_8);
    }

    /** The file's text. */
    @Override
    public String toString() {
        StringBuilder file = new StringBuilder(HEADER).append('\n');
        extra.ifPresent(text -> file.append(EXTRA).append(text).append('\n'));
        file.append(INDEX).append(index).append('\n');
        path.forEach(hash -> file.append(hash.base64()).append('\n'));
        return file.append('\n').append(checkpoint.note()).toString();
    }

    private static final class Lines {

        private final String text;
        private int at;

        Lines(String text) {
            this.text = text;
        }

        String next() {
            int end = text.indexOf('\n', at);
            FormatException.unless(end >= 0, "a proof ends before its checkpoint");
            String line = text.substring(at, end);
            at = end + 1;
            return line;
        }

        String rest() {
            return text.substring(at);
        }
    }
}
