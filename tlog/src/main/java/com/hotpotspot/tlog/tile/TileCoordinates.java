package com.hotpotspot.tlog.tile;

import com.hotpotspot.tlog.format.Decimal;
import com.hotpotspot.tlog.format.FormatException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which tile of hashes: {@code tile/<L>/<N>[.p/<W>]}.
 *
 * @param level 0 for leaves; each hash of a level above is the root of a full tile below
 * @param index within the level
 * @param width how many hashes it has, 256 if it is full
 */
public record TileCoordinates(int level, long index, int width) {

    private static final String PREFIX = "tile/";
    private static final int HIGHEST_LEVEL = 63;

    /** How many levels of the tree one tile spans. */
    public static final int HEIGHT = 8;

    /** Above this, no tree whose size is a {@code long} has tiles. */
    private static final int HIGHEST_USED_LEVEL = (Long.SIZE - 2) / HEIGHT;

    /** @throws FormatException if there can be no such tile */
    public TileCoordinates {
        FormatException.unless(level >= 0 && level <= HIGHEST_LEVEL, "a tile's level is not between 0 and 63");
        FormatException.unless(index >= 0, "a tile's index is negative");
        FormatException.unless(width >= 1 && width <= Tile.FULL, "a tile's width is not between 1 and 256");
    }

    /**
     * The tile as it is in a tree of {@code size} leaves.
     *
     * @throws FormatException if such a tree has no hash in that tile
     */
    public static TileCoordinates in(long size, int level, long index) {
        long width = widthOfLevel(size, level) - index * Tile.FULL;
        FormatException.unless(
                level >= 0 && index >= 0 && index <= Long.MAX_VALUE / Tile.FULL && width > 0,
                "a tree of that size has no such tile");
        return new TileCoordinates(level, index, (int) Math.min(width, Tile.FULL));
    }

    /**
     * The tiles that a tree of {@code size} leaves has and a tree of {@code earlierSize} leaves had not, or had with
     * fewer hashes: what to write when a tree has grown. Levels from 0 up, each from left to right.
     *
     * @throws IllegalArgumentException if the tree has shrunk
     */
    public static List<TileCoordinates> grown(long earlierSize, long size) {
        if (earlierSize < 0 || earlierSize > size) {
            throw new IllegalArgumentException("a tree does not shrink");
        }
        List<TileCoordinates> tiles = new ArrayList<>();
        for (int level = 0; level <= HIGHEST_USED_LEVEL; level++) {
            long had = widthOfLevel(earlierSize, level);
            long has = widthOfLevel(size, level);
            for (long index = had / Tile.FULL; had < has && index <= (has - 1) / Tile.FULL; index++) {
                tiles.add(in(size, level, index));
            }
        }
        return tiles;
    }

    /** Whether a tree of {@code size} leaves has all of these hashes. */
    public boolean isIn(long size) {
        return index <= Long.MAX_VALUE / Tile.FULL && widthOfLevel(size, level) - index * Tile.FULL >= width;
    }

    /** How many hashes a level has: floor(size / 256^level). */
    private static long widthOfLevel(long size, int level) {
        return level > HIGHEST_USED_LEVEL || level < 0 ? 0 : size >>> (HEIGHT * level);
    }

    /**
     * Reads {@link #path()}.
     *
     * @throws FormatException if it is not the path of a tile of hashes
     */
    public static TileCoordinates parse(String path) {
        int slash = path.indexOf('/', PREFIX.length());
        FormatException.unless(path.startsWith(PREFIX) && slash > 0, "a tile's path is not tile/<L>/<N>");
        long level = Decimal.parse(path.substring(PREFIX.length(), slash), "a tile's level");
        FormatException.unless(level <= HIGHEST_LEVEL, "a tile's level is not between 0 and 63");
        TilePath rest = TilePath.parse(path.substring(slash + 1));
        return new TileCoordinates((int) level, rest.index(), rest.width());
    }

    /** The path below the log's own, without a slash before it. */
    public String path() {
        return PREFIX + level + '/' + new TilePath(index, width);
    }

    /** Whether it will never change again. */
    public boolean isFull() {
        return width == Tile.FULL;
    }
}
