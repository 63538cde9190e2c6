package com.hotpotspot.query.language;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Which characters a font has, by the table of them ({@code cmap}) in its file (W3C, WOFF File Format 1.0). */
final class WoffFont {

    private static final int SIGNATURE = 0x774F4646;
    private static final int HEADER = 44;
    private static final int ENTRY = 20;

    private final BitSet characters = new BitSet();

    WoffFont(byte[] file) {
        ByteBuffer font = ByteBuffer.wrap(file);
        if (font.getInt(0) != SIGNATURE) {
            throw new IllegalArgumentException("no WOFF font");
        }
        int tables = font.getChar(12);
        for (int entry = HEADER; entry < HEADER + tables * ENTRY; entry += ENTRY) {
            if (new String(file, entry, 4, StandardCharsets.US_ASCII).equals("cmap")) {
                read(ByteBuffer.wrap(table(font, entry)));
            }
        }
    }

    boolean has(int character) {
        return characters.get(character);
    }

    private static byte[] table(ByteBuffer font, int entry) {
        int offset = font.getInt(entry + 4);
        int packed = font.getInt(entry + 8);
        byte[] table = new byte[font.getInt(entry + 12)];
        if (packed == table.length) {
            font.get(offset, table);
            return table;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(font.array(), offset, packed);
            if (inflater.inflate(table) != table.length) {
                throw new IllegalArgumentException("a table of the font is cut short");
            }
            return table;
        } catch (DataFormatException e) {
            throw new IllegalArgumentException(e);
        } finally {
            inflater.end();
        }
    }

    private void read(ByteBuffer cmap) {
        int subtables = cmap.getChar(2);
        for (int index = 0; index < subtables; index++) {
            int at = cmap.getInt(4 + 8 * index + 4);
            switch (cmap.getChar(at)) {
                case 4 -> readSegments(cmap, at);
                case 12 -> readGroups(cmap, at);
                default -> {}
            }
        }
    }

    /** Format 4; a glyph of 0 is the square for what is not there, which no segment of these fonts leads to. */
    private void readSegments(ByteBuffer cmap, int at) {
        int twice = cmap.getChar(at + 6);
        for (int segment = 0; segment < twice; segment += 2) {
            int end = cmap.getChar(at + 14 + segment);
            int start = cmap.getChar(at + 16 + twice + segment);
            if (start != 0xFFFF) {
                characters.set(start, end + 1);
            }
        }
    }

    /** Format 12. */
    private void readGroups(ByteBuffer cmap, int at) {
        int groups = cmap.getInt(at + 12);
        for (int group = 0; group < groups; group++) {
            int entry = at + 16 + 12 * group;
            characters.set(cmap.getInt(entry), cmap.getInt(entry + 4) + 1);
        }
    }
}
