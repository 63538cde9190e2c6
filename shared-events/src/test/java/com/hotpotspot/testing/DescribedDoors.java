package com.hotpotspot.testing;

import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The doors that a document describes. */
record DescribedDoors(JsonNode document) {

    /** @param name for example {@code GET /api/v1/nodes} */
    record Described(String name, JsonNode node) {}

    Stream<Described> all() {
        return document.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> new Described(
                                operation.getKey().toUpperCase(Locale.ROOT) + ' ' + path.getKey(),
                                operation.getValue())));
    }

    /** What a reference stands for; anything else is itself. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.get("$ref");
        return reference == null ? node : document.at(reference.asString().substring(1));
    }
}
