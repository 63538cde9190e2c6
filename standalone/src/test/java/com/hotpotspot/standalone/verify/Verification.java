package com.hotpotspot.standalone.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.standalone.HotPotSpot;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** {@code hotpotspot verify}, run once. */
record Verification(int exitCode, String out, String err) {

    static final int VALID = 0;
    static final int INVALID = 1;
    static final int UNUSABLE = 2;

    static Verification of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = HotPotSpot.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.concat(Stream.of("verify"), Stream.of(arguments).map(Object::toString))
                        .toArray(String[]::new));
        return new Verification(exitCode, out.toString(), err.toString());
    }

    /** A new file in a directory. */
    static Path file(Path directory, byte[] content) {
        try {
            return Files.write(Files.createTempFile(directory, "given", ""), content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Path file(Path directory, String content) {
        return file(directory, content.getBytes(UTF_8));
    }
}
