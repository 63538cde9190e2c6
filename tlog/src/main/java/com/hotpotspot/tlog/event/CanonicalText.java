package com.hotpotspot.tlog.event;

import com.hotpotspot.tlog.format.Utf8;
import java.util.Locale;

/** How RFC 8785 writes a string: what JSON does not allow as it is gets escaped, and nothing else. */
final class CanonicalText {

    private CanonicalText() {}

    /** @throws com.hotpotspot.tlog.format.FormatException if there is half of a surrogate pair in it */
    static void append(StringBuilder out, String text) {
        Utf8.requireWellFormed(text, "a string");
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
