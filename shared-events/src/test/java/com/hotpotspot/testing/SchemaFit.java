package com.hotpotspot.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** In what values are not what their schemas say. */
record SchemaFit(DescribedDoors doors) {

    /** How it is said that a value never changes, since generators of clients do not get on with {@code const}. */
    private static final Pattern ALWAYS = Pattern.compile("Always `(\\w+)` here\\.");

    List<String> misfits(JsonNode schema, JsonNode value, String place) {
        List<String> misfits = new ArrayList<>();
        fit(schema, value, place, misfits);
        return misfits;
    }

    private void fit(JsonNode given, JsonNode value, String place, List<String> misfits) {
        JsonNode schema = doors.resolved(given);
        if (schema.has("anyOf")) {
            List<String> best = schema.get("anyOf")
                    .valueStream()
                    .map(choice -> {
                        List<String> each = new ArrayList<>();
                        fit(choice, value, place, each);
                        return each;
                    })
                    .min((one, other) -> Integer.compare(one.size(), other.size()))
                    .orElseThrow();
            misfits.addAll(best);
            return;
        }
        if (types(schema).noneMatch(type -> isOf(type, value))) {
            misfits.add("%s is %s, not %s".formatted(place, value, schema.get("type")));
            return;
        }
        Matcher always = ALWAYS.matcher(schema.path("description").asString(""));
        if (always.matches() && !always.group(1).equals(value.toString())) {
            misfits.add(place + " is not " + always.group(1));
        }
        if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
            misfits.add(place + " is not among " + schema.get("enum"));
        }
        if (schema.has("pattern")
                && value.isString()
                && !value.asString().matches(schema.get("pattern").asString())) {
            misfits.add(place + " does not match " + schema.get("pattern"));
        }
        if (value.isArray()) {
            value.valueStream().forEach(item -> fit(schema.get("items"), item, place + "[]", misfits));
        }
        if (value.isObject() && schema.has("properties")) {
            members(schema, value, place, misfits);
        }
    }

    private void members(JsonNode schema, JsonNode value, String place, List<String> misfits) {
        schema.path("required")
                .valueStream()
                .map(JsonNode::asString)
                .filter(name -> !value.has(name))
                .forEach(name -> misfits.add("%s/%s is missing".formatted(place, name)));
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            JsonNode form = schema.get("properties").get(member.getKey());
            if (form == null) {
                misfits.add("%s/%s is nowhere described".formatted(place, member.getKey()));
            } else {
                fit(form, member.getValue(), place + '/' + member.getKey(), misfits);
            }
        }
    }

    static Stream<String> types(JsonNode schema) {
        JsonNode type = schema.get("type");
        return type.isArray() ? type.valueStream().map(JsonNode::asString) : Stream.of(type.asString());
    }

    private static boolean isOf(@Nullable String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            case null, default -> false;
        };
    }
}
