package com.hotpotspot.query.explorer;

import com.hotpotspot.events.Era;
import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.query.explorer.Member.Form;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a payload or metadata says, line by line, whatever type it is of: only its names tell what is money, what tokens
 * and what a time.
 *
 * @param whole false if there is more than is shown
 */
record Members(List<Member> lines, boolean whole) {

    private static final int MOST_LINES = 500;
    private static final int DEEPEST = 6;
    private static final int LONGEST_TEXT = 1_000;

    /** Of canonical JSON; without lines where it is none. */
    static Members of(byte[] json) {
        JsonNode read;
        try {
            read = EventJson.mapper().readTree(json);
        } catch (JacksonException e) {
            return new Members(List.of(), false);
        }
        Reading reading = new Reading();
        reading.within(read, 0);
        return new Members(List.copyOf(reading.lines), reading.whole);
    }

    private static final class Reading {

        private final List<Member> lines = new ArrayList<>();
        private boolean whole = true;

        private void within(JsonNode parent, int depth) {
            if (parent.isArray()) {
                int number = 0;
                for (JsonNode item : parent) {
                    number++;
                    add(String.format(Locale.ROOT, "%d", number), item, depth);
                }
            } else {
                parent.properties().forEach(member -> add(member.getKey(), member.getValue(), depth));
            }
        }

        private void add(String name, JsonNode value, int depth) {
            if (lines.size() == MOST_LINES) {
                whole = false;
            } else if (value.isContainer() && depth < DEEPEST) {
                lines.add(new Member(depth, cut(name), value.isArray() ? Form.LIST : Form.OBJECT, "", value.size()));
                within(value, depth + 1);
            } else {
                lines.add(line(name, value, depth));
            }
        }

        private Member line(String name, JsonNode value, int depth) {
            String text = value.isString() ? value.stringValue() : value.toString();
            if (value.isIntegralNumber() && value.canConvertToLong()) {
                Form form = name.endsWith("Tetri") ? Form.TETRI : name.endsWith("Units") ? Form.UNITS : Form.TEXT;
                return new Member(depth, cut(name), form, text, value.longValue());
            }
            return new Member(depth, cut(name), value.isString() && isTime(text) ? Form.TIME : Form.TEXT, cut(text), 0);
        }

        private String cut(String text) {
            if (text.length() <= LONGEST_TEXT) {
                return text;
            }
            whole = false;
            int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
            return text.substring(0, end) + '…';
        }

        /** What lies outside of the era is no time that a calendar could show. */
        private static boolean isTime(String text) {
            try {
                Instant time = Era.parse(text);
                return !time.isBefore(Era.BEGIN) && !time.isAfter(Era.END);
            } catch (DateTimeException e) {
                return false;
            }
        }
    }
}
