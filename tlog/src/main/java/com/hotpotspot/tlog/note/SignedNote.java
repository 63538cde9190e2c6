package com.hotpotspot.tlog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.format.Utf8;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Text with signatures below it (c2sp.org/signed-note). The text is worth nothing before {@link #verifiedBy} has found
 * the signature of somebody who is trusted.
 *
 * @param text with its last line feed; what the signatures are over
 * @param signatures one or more, in the order of their lines
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** In bytes; a note may come from anybody. The specification asks for room for 16 signatures of 5 kB. */
    public static final int LONGEST = 1_000_000;

    /** How many signatures a note may have. */
    public static final int MOST_SIGNATURES = 100;

    private static final String BLANK_LINE = "\n\n";

    /** @throws FormatException if no note can be made of these */
    public SignedNote {
        signatures = List.copyOf(signatures);
        FormatException.unless(text.endsWith("\n"), "a note's text does not end with a line feed");
        FormatException.unless(
                text.chars().noneMatch(c -> c < ' ' && c != '\n'), "a note has a control character in it");
        Utf8.requireWellFormed(text, "a note's text");
        FormatException.unless(!signatures.isEmpty(), "a note has no signature");
        FormatException.unless(signatures.size() <= MOST_SIGNATURES, "a note has more than 100 signatures");
    }

    /** A note that {@code signer} alone has signed. */
    public static SignedNote by(NoteSigner signer, String text) {
        return new SignedNote(text, List.of(signer.sign(text)));
    }

    /**
     * Reads a whole note.
     *
     * @throws FormatException if it is not one
     */
    public static SignedNote parse(byte[] note) {
        FormatException.unless(note.length <= LONGEST, "a note is longer than 1,000,000 bytes");
        return parse(Utf8.decode(note, "a note"));
    }

    /**
     * Reads a whole note.
     *
     * @throws FormatException if it is not one
     */
    public static SignedNote parse(String note) {
        FormatException.unless(note.length() <= LONGEST, "a note is longer than 1,000,000 bytes");
        int blank = note.lastIndexOf(BLANK_LINE);
        FormatException.unless(blank >= 0, "a note has no blank line between text and signatures");
        String text = note.substring(0, blank + 1);
        String below = note.substring(blank + BLANK_LINE.length());
        FormatException.unless(below.endsWith("\n"), "a note does not end with a signature line");
        List<NoteSignature> signatures = new ArrayList<>();
        for (int start = 0; start < below.length(); ) {
            FormatException.unless(signatures.size() < MOST_SIGNATURES, "a note has more than 100 signatures");
            int end = below.indexOf('\n', start);
            signatures.add(NoteSignature.parse(below.substring(start, end)));
            start = end + 1;
        }
        return new SignedNote(text, signatures);
    }

    /**
     * The signatures by {@code known} keys, each verified; those by unknown keys are left out. Empty if no known key
     * signed, and then the text must be ignored.
     *
     * @throws InvalidSignatureException if a signature in a known key's name is not its signature
     */
    public List<VerifiedSignature> verifiedBy(Collection<VerifierKey> known) {
        List<VerifiedSignature> verified = new ArrayList<>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : known) {
                if (key.isNamedIn(signature)) {
                    if (!key.verifies(text, signature)) {
                        throw new InvalidSignatureException(key);
                    }
                    verified.add(new VerifiedSignature(key, signature));
                }
            }
        }
        return verified;
    }

    /** The same note with more signatures below. */
    public SignedNote with(List<NoteSignature> more) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.addAll(more);
        return new SignedNote(text, all);
    }

    /** The note as it is published; {@link #parse(byte[])} reads it back. */
    public byte[] bytes() {
        return toString().getBytes(UTF_8);
    }

    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }
}
