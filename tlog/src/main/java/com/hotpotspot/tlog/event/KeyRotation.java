package com.hotpotspot.tlog.event;

import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.format.Utf8;
import com.hotpotspot.tlog.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The event by which a log told of its next key, proved by a checkpoint that the key before has signed, too. Of the
 * event's payload only {@code verifierKey} is read here.
 *
 * @param key that checkpoints are signed with from then on
 */
public record KeyRotation(ProvedEvent told, VerifierKey key) {

    /** The name of the event that tells of a key. */
    public static final String TYPE = "audit.key-rotated";

    /** Where the log tells of its keys, and nobody else can. */
    public static final String STREAM = "audit:keys";

    /** Of a file of rotations, in bytes. */
    public static final int LONGEST = ProvedEvent.LONGEST;

    /** In a file: at one a year a log has become old. */
    public static final int MOST = 100;

    /** @throws FormatException if the event tells of no key */
    public static KeyRotation of(ProvedEvent told) {
        EventEntry entry = told.event().entry();
        FormatException.unless(
                entry.type().equals(TYPE) && entry.stream().equals(STREAM),
                "a rotation's event is not of type " + TYPE + " in stream " + STREAM);
        byte[] payload = told.event().payload();
        String key = null;
        JsonReader reader = new JsonReader(payload, 0, payload.length);
        reader.beginObject();
        for (String name = reader.nextName(); name != null; name = reader.nextName()) {
            if (name.equals("verifierKey")) {
                key = reader.string();
            } else {
                reader.canonical();
            }
        }
        if (key == null) {
            throw new FormatException("a rotation's event names no verifierKey");
        }
        return new KeyRotation(told, VerifierKey.parse(key));
    }

    /**
     * Reads a file of them, one a line, the oldest first.
     *
     * @throws FormatException if it is not one
     */
    public static List<KeyRotation> parse(byte[] file) {
        FormatException.unless(file.length <= LONGEST, "a file of rotations is longer than 4,194,304 bytes");
        List<KeyRotation> rotations = new ArrayList<>();
        for (String line : Utf8.decode(file, "a file of rotations").split("\n", -1)) {
            if (!line.isBlank()) {
                FormatException.unless(rotations.size() < MOST, "there are more than 100 rotations");
                rotations.add(of(ProvedEvent.parse(line.getBytes(StandardCharsets.UTF_8), "a rotation")));
            }
        }
        FormatException.unless(!rotations.isEmpty(), "there is no rotation in it");
        return rotations;
    }
}
