package com.hotpotspot.tlog.tile;

import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.merkle.Hash;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Neighbouring entries of the log: 1 to 256, each of at most 65,535 bytes. */
public final class EntryBundle {

    /** In bytes; the length before each entry has 16 bits. */
    public static final int LONGEST_ENTRY = 0xffff;

    private final List<byte[]> entries;

    /**
     * Takes the arrays as they are; they must not be changed afterwards.
     *
     * @throws FormatException if there are none, too many, or one is too long
     */
    public EntryBundle(List<byte[]> entries) {
        FormatException.unless(
                !entries.isEmpty() && entries.size() <= Tile.FULL, "an entry bundle has 1 to 256 entries");
        FormatException.unless(
                entries.stream().allMatch(entry -> entry.length <= LONGEST_ENTRY), "an entry exceeds 65,535 bytes");
        this.entries = List.copyOf(entries);
    }

    /**
     * Reads a bundle's bytes.
     *
     * @param width as its path says
     * @throws FormatException if the bytes are not that many entries
     */
    public static EntryBundle read(byte[] bytes, int width) {
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (at < bytes.length && entries.size() < width) {
            FormatException.unless(bytes.length - at >= Short.BYTES, "an entry bundle ends within a length");
            int length = Byte.toUnsignedInt(bytes[at]) << Byte.SIZE | Byte.toUnsignedInt(bytes[at + 1]);
            at += Short.BYTES;
            FormatException.unless(bytes.length - at >= length, "an entry bundle ends within an entry");
            entries.add(Arrays.copyOfRange(bytes, at, at + length));
            at += length;
        }
        FormatException.unless(
                at == bytes.length && entries.size() == width, "an entry bundle has not the entries of its width");
        return new EntryBundle(entries);
    }

    /** The bundle as it is served. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            bytes.write(entry.length >>> Byte.SIZE);
            bytes.write(entry.length);
            bytes.writeBytes(entry);
        }
        return bytes.toByteArray();
    }

    /** The entries from left to right; their arrays must not be changed. */
    public List<byte[]> entries() {
        return entries;
    }

    /** The tile of level 0 that belongs to it. */
    public Tile leaves() {
        return new Tile(entries.stream().map(Hash::ofLeaf).toList());
    }
}
