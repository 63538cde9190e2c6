package com.hotpotspot.standalone.replay;

import java.nio.file.Path;
import java.util.Locale;

/** A file that cannot be replayed as it is. The message names the file, the line if there is one, and what is wrong. */
final class UnusableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 300;

    UnusableFileException(Path file, String reason) {
        super("%s: %s".formatted(file, oneLine(reason)));
    }

    UnusableFileException(Path file, long line, String reason) {
        super(String.format(Locale.ROOT, "%s, line %d: %s", file, line, oneLine(reason)));
    }

    /** It may quote the file, which may hold any length of anything, orders to a terminal too. */
    private static String oneLine(String reason) {
        String shown = reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST) + " \u2026";
        return shown.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }
}
