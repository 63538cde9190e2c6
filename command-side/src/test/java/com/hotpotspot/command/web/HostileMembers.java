package com.hotpotspot.command.web;

import com.hotpotspot.testing.ApiDocumentOf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A good document with one member that its door cannot take, for each member that the document may have. */
record HostileMembers(ApiDocumentOf document) {

    private static final JsonNodeFactory JSON = JsonMapper.shared().getNodeFactory();
    /** More than any list may have. */
    private static final int TOO_MANY = 501;

    /** @param form of a document, as its door describes it */
    Stream<ObjectNode> of(JsonNode form, ObjectNode good) {
        List<ObjectNode> mutants = new ArrayList<>();
        Set<String> required =
                form.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        form.get("properties").properties().forEach(member -> {
            String name = member.getKey();
            JsonNode described = ofValue(member.getValue());
            boolean optional = !required.contains(name);
            values(described, optional)
                    .forEach(value -> mutants.add(good.deepCopy().set(name, value)));
            if (described.has("properties")) {
                of(described, (ObjectNode) document.example(described))
                        .forEach(mutant -> mutants.add(good.deepCopy().set(name, mutant)));
            }
            if (described.has("items") && ofValue(described.get("items")).has("properties")) {
                lists(ofValue(described.get("items")))
                        .forEach(list -> mutants.add(good.deepCopy().set(name, list)));
            }
            if (!optional) {
                ObjectNode without = good.deepCopy();
                without.remove(name);
                mutants.add(without);
            }
        });
        mutants.add(good.deepCopy().put("anUnknownMember", 1));
        return mutants.stream();
    }

    /** Without its being absent. */
    private JsonNode ofValue(JsonNode form) {
        return document.resolved(form.has("anyOf") ? form.get("anyOf").get(0) : form);
    }

    private Stream<ArrayNode> lists(JsonNode ofItem) {
        ObjectNode good = (ObjectNode) document.example(ofItem);
        Stream<ArrayNode> withOneThatIsHostile =
                of(ofItem, good).map(mutant -> JSON.arrayNode().add(mutant));
        Stream<ArrayNode> others = Stream.of(
                JSON.arrayNode().addAll(Collections.nCopies(TOO_MANY, good)),
                JSON.arrayNode().add(JSON.nullNode()));
        return Stream.concat(withOneThatIsHostile, others);
    }

    private static List<JsonNode> values(JsonNode form, boolean optional) {
        List<JsonNode> values = new ArrayList<>();
        if (!optional) {
            values.add(JSON.nullNode());
        }
        if (!optional || !form.has("items")) {
            values.add(JSON.arrayNode());
        }
        values.add(JSON.booleanNode(true));
        values.add(JSON.numberNode(-1));
        values.add(JSON.numberNode(1.5));
        if (!form.has("properties")) {
            values.add(JSON.objectNode());
        }
        texts().stream()
                .filter(text -> !isFreeText(form) || isNoText(text))
                .map(JSON::stringNode)
                .forEach(values::add);
        return values;
    }

    /** Where a name may be any text, text that only looks like something else is text. */
    private static boolean isFreeText(JsonNode form) {
        return form.path("type").toString().contains("string")
                && Stream.of("pattern", "format", "enum").noneMatch(form::has);
    }

    private static boolean isNoText(String text) {
        return text.isBlank() || text.length() > 1_000 || text.matches("(?s).*\\p{Cntrl}.*");
    }

    static List<String> texts() {
        return List.of(
                "",
                " ",
                "\t",
                "a\u0000b",
                "a\nb",
                "\u2028",
                "'; drop table log.event; --",
                "1 or 1=1",
                "=1+1",
                "@SUM(A1)",
                "<script>alert(1)</script>",
                "../../etc/passwd",
                "${jndi:ldap://localhost/a}",
                "%00",
                "a:b:c",
                "é".repeat(500),
                "x".repeat(10_000));
    }
}
