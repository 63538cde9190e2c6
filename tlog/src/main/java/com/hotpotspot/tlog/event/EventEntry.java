package com.hotpotspot.tlog.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.tile.EntryBundle;

/**
 * What the tree holds of an event: who, what, where and when as text, payload and metadata as hashes of their stored
 * bytes. Its bytes are canonical JSON (RFC 8785) of exactly these members.
 *
 * @param eventId a UUID as text
 * @param metadataSha256 over the metadata as stored
 * @param payloadSha256 over the payload as stored
 * @param position in the log, from 0, at most 2^53-1; the leaf's index
 * @param revision of the event's type
 * @param sequence in its stream, from 0, at most 2^53-1
 * @param stream the stream's id
 * @param timestamp UTC with three decimals, as stored
 * @param type the event's name
 */
public record EventEntry(
        String eventId,
        Hash metadataSha256,
        Hash payloadSha256,
        long position,
        String revision,
        long sequence,
        String stream,
        String timestamp,
        String type) {

    /** @throws FormatException if canonical JSON cannot hold that */
    public EventEntry {
        FormatException.unless(
                position >= 0 && position <= JsonReader.LARGEST_INTEGER, "an event's position is out of range");
        FormatException.unless(
                sequence >= 0 && sequence <= JsonReader.LARGEST_INTEGER, "an event's sequence is out of range");
    }

    /**
     * The entry's bytes, which the leaf is the hash of.
     *
     * @throws FormatException if they exceed the 65,535 bytes of an entry, or a text is not well-formed
     */
    public byte[] bytes() {
        StringBuilder json = new StringBuilder(512);
        json.append("{\"eventId\":");
        CanonicalText.append(json, eventId);
        json.append(",\"metadataSha256\":\"").append(metadataSha256.hex());
        json.append("\",\"payloadSha256\":\"").append(payloadSha256.hex());
        json.append("\",\"position\":").append(position);
        json.append(",\"revision\":");
        CanonicalText.append(json, revision);
        json.append(",\"sequence\":").append(sequence);
        json.append(",\"stream\":");
        CanonicalText.append(json, stream);
        json.append(",\"timestamp\":");
        CanonicalText.append(json, timestamp);
        json.append(",\"type\":");
        CanonicalText.append(json, type);
        byte[] bytes = json.append('}').toString().getBytes(UTF_8);
        FormatException.unless(bytes.length <= EntryBundle.LONGEST_ENTRY, "an event's entry exceeds 65,535 bytes");
        return bytes;
    }

    /** The hash of the leaf that the event has in the tree. */
    public Hash leaf() {
        return Hash.ofLeaf(bytes());
    }
}
