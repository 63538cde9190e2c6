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

    private KeptProjections() {}

    /** Their names, such as {@code node_sales}, in order. */
    public static List<String> names() {
        try (Stream<Path> migrations = Files.list(Path.of("src/main/resources/db/projected"))) {
            return migrations
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list in JSON of them all, each in its first version, of each of which the same is told besides. */
    public static String told(String members) {
        return names().stream()
                .map(name -> "{\"name\": \"" + name + "\", \"version\": 1, " + members + "}")
                .collect(joining(", ", "[", "]"));
    }
}
