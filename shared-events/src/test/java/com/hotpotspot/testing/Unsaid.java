package com.hotpotspot.testing;

import com.hotpotspot.testing.DescribedDoors.Described;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a document should say and does not. */
record Unsaid(DescribedDoors doors) {

    private static final Pattern UNIT = Pattern.compile(
            "tetri|units|percent|per mille|minutes|seconds|position|[Hh]ow many|counted from|HTTP status|events|number");

    /** What the document leaves unsaid: a description, the unit of a number, an example, the codes of a refusal. */
    List<String> everywhere() {
        List<String> unsaid = new ArrayList<>();
        doors.all().forEach(operation -> unsaidOf(operation, unsaid));
        doors.document()
                .at("/components/schemas")
                .properties()
                .forEach(schema -> unsaidOfMembers(schema.getKey(), schema.getValue(), unsaid));
        return unsaid;
    }

    private void unsaidOf(Described operation, List<String> unsaid) {
        String door = operation.name();
        if (operation.node().path("summary").asString("").isBlank()) {
            unsaid.add(door + " has no summary");
        }
        operation.node().path("parameters").forEach(parameter -> {
            String place = door + ' ' + parameter.get("name").asString();
            unsaidOfValue(place, parameter.get("schema"), parameter, unsaid);
        });
        operation.node().get("responses").properties().forEach(response -> {
            JsonNode said = doors.resolved(response.getValue());
            String place = door + ' ' + response.getKey();
            if (said.path("content").has("application/problem+json")
                    && ListedRefusals.in(said).findAny().isEmpty()) {
                unsaid.add(place + " lists no code");
            }
            said.path("content").properties().forEach(content -> {
                JsonNode schema = content.getValue().get("schema");
                if (!schema.has("$ref") && !schema.has("description")) {
                    unsaid.add(place + ' ' + content.getKey() + " has no description");
                }
            });
            said.path("headers").properties().forEach(header -> {
                if (!header.getValue().has("description")) {
                    unsaid.add(place + ' ' + header.getKey() + " has no description");
                }
            });
        });
    }

    private void unsaidOfMembers(String name, JsonNode schema, List<String> unsaid) {
        schema.path("properties")
                .properties()
                .forEach(member ->
                        unsaidOfValue(name + '.' + member.getKey(), member.getValue(), member.getValue(), unsaid));
    }

    private void unsaidOfValue(String place, JsonNode schema, JsonNode words, List<String> unsaid) {
        String description = words.path("description").asString("");
        if (description.isBlank()) {
            unsaid.add(place + " has no description");
        }
        if (schema.has("$ref") || schema.has("anyOf")) {
            return;
        }
        if (SchemaFit.types(schema).anyMatch("integer"::equals)
                && !UNIT.matcher(description).find()) {
            unsaid.add(place + " has no unit: " + description);
        }
        boolean ofParts = SchemaFit.types(schema).anyMatch(type -> type.equals("object"))
                || description.equals("Always `null` here.")
                || schema.path("items").has("$ref");
        if (!ofParts && !words.has("example") && !words.has("examples")) {
            unsaid.add(place + " has no example");
        }
        if (!ofParts && words.has("examples")) {
            unsaid.addAll(
                    new SchemaFit(doors).misfits(schema, words.get("examples").get(0), place));
        }
    }
}
