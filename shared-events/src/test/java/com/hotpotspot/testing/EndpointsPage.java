package com.hotpotspot.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The page for people that lists doors and refusals. Its tables are written from what runs, between two marks each. */
public final class EndpointsPage {

    private static final Path PAGE = Path.of("../docs/endpoints.md");

    private EndpointsPage() {}

    /** How a table differs from what runs; with {@code -Dopenapi.write=true} it is written anew instead. */
    public static Optional<String> difference(String table, List<String> rows) throws IOException {
        String page = Files.readString(PAGE, UTF_8);
        String begin = "<!-- " + table + ": written by the build -->\n";
        String end = "<!-- end -->\n";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end, from);
        if (from < begin.length() || to < 0) {
            throw new IllegalStateException("docs/endpoints.md has no place for " + table);
        }
        String now = String.join("\n", rows) + "\n";
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(PAGE, page.substring(0, from) + now + page.substring(to), UTF_8);
            return Optional.empty();
        }
        return page.substring(from, to).equals(now)
                ? Optional.empty()
                : Optional.of(
                        "docs/endpoints.md is not what runs, in " + table + ". If the change is meant, run the test"
                                + " with -Dopenapi.write=true. It would be:\n" + now);
    }
}
