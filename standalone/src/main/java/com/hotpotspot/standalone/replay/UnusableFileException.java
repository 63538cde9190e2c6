package com.hotpotspot.standalone.replay;

import java.nio.file.Path;
import java.util.Locale;

/** A file that cannot be replayed as it is. The message names the file, the line if there is one, and what is wrong. */
final class UnusableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableFileException(Path file, String reason) {
        super("%s: %s".formatted(file, reason));
    }

    UnusableFileException(Path file, long line, String reason) {
        super(String.format(Locale.ROOT, "%s, line %d: %s", file, line, reason));
    }
}
