package com.hotpotspot.testing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What doors take, made of the examples in their document: as little as must be there, unless a document names an
 * example of the whole. A time in it is {@code soon}, a date two days later, since what stands in a document grows old.
 */
record DescribedExamples(DescribedDoors doors, Instant soon) {

    private static final JsonNodeFactory JSON = JsonMapper.shared().getNodeFactory();
    private static final int DAYS_AHEAD = 2;

    /** The schema of what is sent to a door; empty if it takes nothing. */
    static Optional<JsonNode> bodyOf(JsonNode operation) {
        return operation
                .path("requestBody")
                .path("content")
                .valueStream()
                .map(content -> content.get("schema"))
                .findFirst();
    }

    /** The path of a door, with an example in place of each variable. */
    static String path(String door, JsonNode operation) {
        String path = door;
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.get("in").asString().equals("path")) {
                path = path.replace(
                        "{" + parameter.get("name").asString() + "}",
                        parameter.get("example").asString());
            }
        }
        return path;
    }

    JsonNode of(JsonNode described) {
        JsonNode schema = doors.resolved(described);
        if (schema.has("anyOf")) {
            return of(schema.get("anyOf").get(0));
        }
        if (schema.has("examples")) {
            return current(
                    schema.path("format").asString(""), schema.get("examples").get(0));
        }
        return schema.has("items") ? JSON.arrayNode().add(of(schema.get("items"))) : object(schema);
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asString)
                .forEach(name -> object.set(name, of(schema.get("properties").get(name))));
        return object;
    }

    private JsonNode current(String format, JsonNode example) {
        return switch (format) {
            case "date-time" -> JSON.stringNode(soon.toString());
            case "date" ->
                JSON.stringNode(soon.atOffset(ZoneOffset.UTC)
                        .toLocalDate()
                        .plusDays(DAYS_AHEAD)
                        .toString());
            default -> example;
        };
    }
}
