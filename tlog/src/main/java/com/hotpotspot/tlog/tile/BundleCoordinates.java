package com.hotpotspot.tlog.tile;

import com.hotpotspot.tlog.format.FormatException;

/**
 * Which bundle of entries: {@code tile/entries/<N>[.p/<W>]}. It has the entries of which the tile of level 0 with the
 * same index has the hashes.
 *
 * @param width how many entries it has, 256 if it is full
 */
public record BundleCoordinates(long index, int width) {

    private static final String PREFIX = "tile/entries/";

    /** @throws FormatException if there can be no such bundle */
    public BundleCoordinates {
        FormatException.unless(
                index >= 0 && index <= Long.MAX_VALUE / Tile.FULL, "an entry bundle's index is out of range");
        FormatException.unless(width >= 1 && width <= Tile.FULL, "an entry bundle's width is not between 1 and 256");
    }

    /**
     * The bundle as it is in a tree of {@code size} leaves.
     *
     * @throws FormatException if such a tree has no entry in that bundle
     */
    public static BundleCoordinates in(long size, long index) {
        return new BundleCoordinates(index, TileCoordinates.in(size, 0, index).width());
    }

    /**
     * Reads {@link #path()}.
     *
     * @throws FormatException if it is not the path of an entry bundle
     */
    public static BundleCoordinates parse(String path) {
        FormatException.unless(path.startsWith(PREFIX), "an entry bundle's path is not tile/entries/<N>");
        TilePath rest = TilePath.parse(path.substring(PREFIX.length()));
        return new BundleCoordinates(rest.index(), rest.width());
    }

    /** The path below the log's own, without a slash before it. */
    public String path() {
        return PREFIX + new TilePath(index, width);
    }

    /** The index of the first entry, which is its position in the log. */
    public long start() {
        return index * Tile.FULL;
    }

    /** Whether it will never change again. */
    public boolean isFull() {
        return width == Tile.FULL;
    }
}
