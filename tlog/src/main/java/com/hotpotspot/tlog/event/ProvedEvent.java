package com.hotpotspot.tlog.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.proof.TlogProof;
import org.jspecify.annotations.Nullable;

/**
 * An event together with the proof that it is in the log, as JSON on one line: the members {@code event}, which is the
 * event's line, and {@code proof}, which is the text of a {@code .tlog-proof}. Nothing of it has been verified.
 */
public record ProvedEvent(EventLine event, TlogProof proof) {

    /** In bytes. */
    public static final int LONGEST = 4 * EventLine.LONGEST;

    /**
     * Reads one.
     *
     * @param what names it in messages, for example {@code "a manifest"}
     * @throws FormatException if it is not one
     */
    public static ProvedEvent parse(byte[] json, String what) {
        FormatException.unless(json.length <= LONGEST, what + " is longer than 4,194,304 bytes");
        byte @Nullable [] event = null;
        String proof = null;
        int members = 0;
        JsonReader reader = new JsonReader(json, 0, json.length);
        reader.beginObject();
        for (String name = reader.nextName(); name != null; name = reader.nextName()) {
            members++;
            switch (name) {
                case "event" -> event = reader.canonical();
                case "proof" -> proof = reader.string();
                default -> throw new FormatException(what + " has a member other than event and proof");
            }
        }
        reader.end();
        if (event == null || proof == null || members != 2) {
            throw new FormatException(what + " has two members, event and proof");
        }
        return new ProvedEvent(EventLine.parse(event), TlogProof.parse(proof));
    }

    /** Writes one, without a line feed; {@link #parse} reads it back. */
    public static byte[] write(byte[] eventLine, TlogProof proof) {
        StringBuilder json = new StringBuilder("{\"event\":");
        json.append(new String(eventLine, UTF_8).strip());
        json.append(",\"proof\":");
        CanonicalText.append(json, proof.toString());
        return json.append('}').toString().getBytes(UTF_8);
    }

    /** Whether the proof is for this event and leads to its checkpoint. What that is worth is another question. */
    public boolean leadsToCheckpoint() {
        return proof.index() == event.entry().position()
                && proof.leadsToCheckpoint(event.entry().leaf());
    }
}
