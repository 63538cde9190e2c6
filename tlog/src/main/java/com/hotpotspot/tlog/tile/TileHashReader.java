package com.hotpotspot.tlog.tile;

import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.merkle.HashReader;
import java.util.function.Function;

/**
 * The hashes of a tree out of its tiles. Of a tile that has since been filled the full one may be given in place of the
 * partial one.
 */
public final class TileHashReader implements HashReader {

    private final long size;
    private final Function<TileCoordinates, Tile> tiles;

    /**
     * @param size of the tree, in leaves
     * @param tiles fetches a tile; what it throws passes through
     */
    public TileHashReader(long size, Function<TileCoordinates, Tile> tiles) {
        this.size = size;
        this.tiles = tiles;
    }

    /** @throws com.hotpotspot.tlog.format.FormatException if the tree has no such subtree */
    @Override
    public Hash read(int level, long index) {
        int tileLevel = level / TileCoordinates.HEIGHT;
        int height = level % TileCoordinates.HEIGHT;
        int subtreesInTile = Tile.FULL >>> height;
        Tile tile = tiles.apply(TileCoordinates.in(size, tileLevel, index / subtreesInTile));
        return tile.subtree(height, (int) (index % subtreesInTile));
    }
}
