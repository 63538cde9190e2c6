package com.hotpotspot.tlog.tile;

import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.merkle.Hash;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Neighbouring hashes of one level, and through them the eight levels of the tree above.
 *
 * @param hashes from left to right, 1 to 256
 */
public record Tile(List<Hash> hashes) {

    /** How many hashes a full tile has. */
    public static final int FULL = 256;

    /** @throws FormatException if there are none, or more than 256 */
    public Tile {
        hashes = List.copyOf(hashes);
        FormatException.unless(!hashes.isEmpty() && hashes.size() <= FULL, "a tile has 1 to 256 hashes");
    }

    /**
     * Reads a tile's bytes.
     *
     * @param width as its path says
     * @throws FormatException if the bytes are not that many hashes
     */
    public static Tile read(byte[] bytes, int width) {
        FormatException.unless(bytes.length == (long) width * Hash.BYTES, "a tile has not the bytes of its width");
        List<Hash> hashes = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            hashes.add(Hash.of(bytes, i * Hash.BYTES));
        }
        return new Tile(hashes);
    }

    /** The tile as it is served: its hashes one after the other. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(hashes.size() * Hash.BYTES);
        hashes.forEach(hash -> bytes.writeBytes(hash.bytes()));
        return bytes.toByteArray();
    }

    /** How many hashes it has. */
    public int width() {
        return hashes.size();
    }

    /**
     * The root of a complete subtree within the tile.
     *
     * @param height 0 for the hashes themselves, up to 8 for the whole of a full tile
     * @param index from the left, among subtrees of that height
     * @throws IndexOutOfBoundsException if the tile has not all of it
     */
    public Hash subtree(int height, int index) {
        int from = Objects.checkIndex(index, FULL >>> Objects.checkIndex(height, TileCoordinates.HEIGHT + 1)) << height;
        Objects.checkFromIndexSize(from, 1 << height, hashes.size());
        List<Hash> level = hashes.subList(from, from + (1 << height));
        while (level.size() > 1) {
            List<Hash> above = new ArrayList<>(level.size() / 2);
            for (int i = 0; i < level.size(); i += 2) {
                above.add(Hash.ofNode(level.get(i), level.get(i + 1)));
            }
            level = above;
        }
        return level.getFirst();
    }

    /**
     * The root of a full tile, which is a hash of the level above.
     *
     * @throws IndexOutOfBoundsException if the tile is not full
     */
    public Hash root() {
        return subtree(TileCoordinates.HEIGHT, 0);
    }
}
