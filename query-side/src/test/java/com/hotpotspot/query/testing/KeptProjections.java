package com.hotpotspot.query.testing;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The projections that there are tables for, found by their migrations, not by listing them. */
public final class KeptProjections {

    private static final String TOKENS = "q_tokens_v1";

    private KeptProjections() {}

    /** Their names with their versions, such as {@code network_v2}, in order. */
    public static List<String> names() {
        try (Stream<Path> migrations = Files.list(Path.of("src/main/resources/db"))) {
            return migrations
                    .map(each -> each.getFileName().toString())
                    .filter(schema -> schema.startsWith("q_") && !schema.equals(TOKENS))
                    .map(schema -> schema.substring("q_".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list in JSON of them all, of each of which the same is told besides its name and version. */
    public static String told(String members) {
        return names().stream()
                .map(name -> name.replaceFirst("(.*)_v(.*)", "{\"name\": \"$1\", \"version\": $2, " + members + "}"))
                .collect(joining(", ", "[", "]"));
    }
}
