package com.hotpotspot.tlog.tile;

import com.hotpotspot.tlog.format.Decimal;
import com.hotpotspot.tlog.format.FormatException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part {@code <N>[.p/<W>]} of a path: an index in groups of three digits, and the width of what is not full. */
record TilePath(long index, int width) {

    private static final int GROUP = 1_000;
    private static final Pattern SYNTAX = Pattern.compile("((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

    TilePath {
        FormatException.unless(index >= 0, "a tile's index is negative");
        FormatException.unless(width >= 1 && width <= Tile.FULL, "a tile's width is not between 1 and 256");
    }

    /** @throws FormatException if it is written in another way */
    static TilePath parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        FormatException.unless(matcher.matches(), "a tile's path is not <N> or <N>.p/<W>");
        String digits = matcher.group(1).replaceAll("[x/]", "").replaceFirst("^0+(?=.)", "");
        long index = Decimal.parse(digits, "a tile's index");
        String partial = matcher.group(2);
        int width = partial == null ? Tile.FULL : Math.toIntExact(Decimal.parse(partial, "a tile's width"));
        TilePath path = new TilePath(index, width);
        FormatException.unless(path.toString().equals(text), "a tile's path is not in its one form");
        return path;
    }

    @Override
    public String toString() {
        StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "%03d", index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % GROUP));
        }
        if (width < Tile.FULL) {
            path.append(".p/").append(width);
        }
        return path.toString();
    }
}
