package com.hotpotspot.tlog.checkpoint;

import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.note.NoteSignature;
import com.hotpotspot.tlog.note.NoteSigner;
import com.hotpotspot.tlog.note.SignedNote;
import java.util.List;

/**
 * A checkpoint as it is published. It has not been verified: {@link TlogPolicy#trust} does that.
 *
 * @param note what was signed, to the byte
 * @param checkpoint what the note says
 */
public record SignedCheckpoint(SignedNote note, Checkpoint checkpoint) {

    /** @throws FormatException if the note says something else than the checkpoint */
    public SignedCheckpoint {
        FormatException.unless(note.text().equals(checkpoint.text()), "a note's text is not that of its checkpoint");
    }

    /** A checkpoint that the log alone has signed. */
    public static SignedCheckpoint by(NoteSigner log, Checkpoint checkpoint) {
        return new SignedCheckpoint(SignedNote.by(log, checkpoint.text()), checkpoint);
    }

    /**
     * Reads what {@code GET /checkpoint} answers.
     *
     * @throws FormatException if it is not a note, or the note is no checkpoint
     */
    public static SignedCheckpoint parse(byte[] bytes) {
        return of(SignedNote.parse(bytes));
    }

    /** @throws FormatException if the note is no checkpoint */
    public static SignedCheckpoint of(SignedNote note) {
        return new SignedCheckpoint(note, Checkpoint.parse(note.text()));
    }

    /** The same checkpoint with witnesses' signatures below. */
    public SignedCheckpoint with(List<NoteSignature> cosignatures) {
        return new SignedCheckpoint(note.with(cosignatures), checkpoint);
    }

    /** The checkpoint as it is published. */
    public byte[] bytes() {
        return note.bytes();
    }
}
