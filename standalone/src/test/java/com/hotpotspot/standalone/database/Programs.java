package com.hotpotspot.standalone.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The database server's programs, unpacked once for all tests that are not about the unpacking. */
public final class Programs {

    static final Path UNPACKED = Path.of("target", "postgres-programs").toAbsolutePath();

    private Programs() {}

    /** Puts them where a start in a data directory looks for them. */
    public static void lendTo(DataDirectory data) {
        try {
            Files.createDirectories(UNPACKED);
            Files.createSymbolicLink(data.file("postgres-binaries"), UNPACKED);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
