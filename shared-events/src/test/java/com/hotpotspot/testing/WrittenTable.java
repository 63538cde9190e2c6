package com.hotpotspot.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A table of a page for people that is written from what runs, between two marks.
 *
 * @param page in {@code docs}, for example {@code endpoints.md}
 * @param name as the mark before it says
 * @param columns the head of each
 */
public record WrittenTable(String page, String name, List<String> columns) {

    /** How the table differs from what runs; with {@code -Dopenapi.write=true} it is written anew instead. */
    public Optional<String> difference(List<String> rows) throws IOException {
        Path file = Path.of("../docs").resolve(page);
        String text = Files.readString(file, UTF_8);
        String begin = "<!-- " + name + ": written by the build -->\n";
        String end = "<!-- end -->\n";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end, from);
        if (from < begin.length() || to < 0) {
            throw new IllegalStateException("docs/%s has no place for %s".formatted(page, name));
        }
        String now = "| %s |\n%s|\n%s\n"
                .formatted(String.join(" | ", columns), "|---".repeat(columns.size()), String.join("\n", rows));
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(file, text.substring(0, from) + now + text.substring(to), UTF_8);
            return Optional.empty();
        }
        return text.substring(from, to).equals(now)
                ? Optional.empty()
                : Optional.of("docs/%s is not what runs, in %s. If the change is meant, run the test with"
                                .formatted(page, name)
                        + " -Dopenapi.write=true. It would be:\n" + now);
    }
}
