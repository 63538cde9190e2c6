package com.hotpotspot.tlog.event;

import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.proof.TlogProof;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What goes with an exported file: the event by which the network recorded that it gave out just these bytes, and the
 * proof that this event is in the log. Written as JSON with the members {@code event}, which is the event's line, and
 * {@code proof}, which is the text of a {@code .tlog-proof}.
 *
 * <p>The event is of type {@value #TYPE}. Of its payload only {@code bytes}, the file's length, and {@code sha256} are
 * read here; what else it says (kind, period, position, erasure epoch) is for people, and proved with it.
 */
public final class ExportManifest {

    /** The name of the event that records an export. */
    public static final String TYPE = "export.recorded";

    /** In bytes. */
    public static final int LONGEST = ProvedEvent.LONGEST;

    private final EventLine event;
    private final TlogProof proof;
    private final long length;
    private final Hash sha256;

    /** @throws FormatException if the event does not record an export */
    public ExportManifest(EventLine event, TlogProof proof) {
        this.event = event;
        this.proof = proof;
        FormatException.unless(event.entry().type().equals(TYPE), "the manifest's event is not of type " + TYPE);
        Long bytes = null;
        String hash = null;
        JsonReader payload = new JsonReader(event.payload(), 0, event.payload().length);
        payload.beginObject();
        for (String name = payload.nextName(); name != null; name = payload.nextName()) {
            switch (name) {
                case "bytes" -> bytes = payload.integer();
                case "sha256" -> hash = payload.string();
                default -> payload.canonical();
            }
        }
        if (bytes == null || hash == null) {
            throw new FormatException("the manifest's event tells neither or only one of bytes and sha256");
        }
        this.length = bytes;
        this.sha256 = Hash.fromHex(hash, "sha256");
    }

    /**
     * Reads a manifest.
     *
     * @throws FormatException if it is not one
     */
    public static ExportManifest parse(byte[] json) {
        ProvedEvent proved = ProvedEvent.parse(json, "a manifest");
        return new ExportManifest(proved.event(), proved.proof());
    }

    /** The event that records the export. */
    public EventLine event() {
        return event;
    }

    /** That the event is in the log. */
    public TlogProof proof() {
        return proof;
    }

    /** How many bytes the exported file has. */
    public long length() {
        return length;
    }

    /** The SHA-256 of the exported file. */
    public Hash sha256() {
        return sha256;
    }

    /** What of the file or of the event is not what was recorded, in words; empty if all of it is. */
    public List<String> faults(long fileLength, Hash fileSha256) {
        List<String> faults = new ArrayList<>(event.faults());
        if (fileLength != length) {
            faults.add(String.format(
                    Locale.ROOT, "the file has %d bytes, the recorded export has %d", fileLength, length));
        } else if (!fileSha256.equals(sha256)) {
            faults.add("the file is not the one that was recorded: its SHA-256 is %s, recorded is %s"
                    .formatted(fileSha256, sha256));
        }
        return faults;
    }

    /** Writes a manifest; {@link #parse} reads it back. */
    public static byte[] write(byte[] eventLine, TlogProof proof) {
        return ProvedEvent.write(eventLine, proof);
    }
}
