package com.hotpotspot.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The served document of a side's interface, beside the committed one, the list of doors and real answers. */
public final class ApiDocumentOf {

    private static final Path LIST = Path.of("../docs/endpoints.md");
    private static final Pattern LISTED = Pattern.compile("\\| `(\\S+ \\S+)` \\| (\\S+) \\| (.+) \\|");
    private static final Pattern REFERENCE = Pattern.compile("\"\\$ref\" : \"#(/[^\"]+)\"");

    /** How it is said that a value never changes, since generators of clients do not get on with {@code const}. */
    private static final Pattern ALWAYS = Pattern.compile("Always `(\\w+)` here\\.");

    private static final Pattern REFUSAL = Pattern.compile("- `([a-z-]+)`: (.+)");
    private static final Pattern UNIT = Pattern.compile(
            "tetri|units|percent|per mille|minutes|seconds|position|[Hh]ow many|counted from|HTTP status|events|number");
    private static final int MOST_DOORS_NAMED = 8;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String side;
    private final String served;
    private final JsonNode document;

    /** @param side {@code command} or {@code query} */
    public ApiDocumentOf(String side, String served) {
        this.side = side;
        this.served = served;
        this.document = JSON.readTree(served);
    }

    /** How the committed document differs; with {@code -Dopenapi.write=true} it is written anew instead. */
    public Optional<String> differenceFromCommitted(String test) throws IOException {
        Path file = Path.of("../docs/openapi/" + side + "-side.json");
        String now = served + "\n";
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, now, UTF_8);
        }
        boolean same = Files.exists(file) && Files.readString(file, UTF_8).equals(now);
        return same
                ? Optional.empty()
                : Optional.of(("docs/openapi/%s-side.json is not what is served. If the change is meant, write it anew:"
                                + " ./mvnw -pl %s-side -am test -Dtest=%s"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -Dopenapi.write=true")
                        .formatted(side, side, test));
    }

    /** The doors that are listed for people, each with who may come in, but for those of the given paths. */
    public List<String> listed(String pages) throws IOException {
        return Files.readAllLines(LIST, UTF_8).stream()
                .map(LISTED::matcher)
                .filter(Matcher::matches)
                .filter(line -> line.group(2).equals(side))
                .filter(line -> !line.group(1).matches("[A-Z]+ (" + pages + ")"))
                .map(line -> line.group(1).replace("{*", "{") + ": " + line.group(3))
                .sorted()
                .toList();
    }

    /** The same of the document. */
    public List<String> described() {
        return operations()
                .map(operation -> "%s: %s".formatted(operation.name(), whoMayCome(operation.node())))
                .sorted()
                .toList();
    }

    private static String whoMayCome(JsonNode operation) {
        String last = operation.get("description").asString().lines().reduce("", (first, second) -> second);
        boolean open = operation.get("security").isEmpty();
        return last.equals("Open to everybody.") && open
                ? "everybody"
                : last.replaceAll("^Roles: (.*)\\.$", "$1") + (open ? " without signing in" : "");
    }

    /** What the document says of a door, for example {@code GET /api/v1/nodes}. */
    public JsonNode operation(String door) {
        return operations()
                .filter(operation -> operation.name().equals(door))
                .findFirst()
                .orElseThrow()
                .node();
    }

    /** The names of a door's parameters of the query, in order. */
    public List<String> queryParameters(String door) {
        JsonNode parameters = operation(door).path("parameters");
        return parameters
                .valueStream()
                .filter(parameter -> parameter.get("in").asString().equals("query"))
                .map(parameter -> parameter.get("name").asString())
                .toList();
    }

    public JsonNode document() {
        return document;
    }

    /** What the document refers to and does not hold. */
    public List<String> missing() {
        return REFERENCE
                .matcher(served)
                .results()
                .map(reference -> reference.group(1))
                .filter(place -> document.at(place).isMissingNode())
                .toList();
    }

    /** The schema of a side's component. */
    public JsonNode schema(String name) {
        return document.at("/components/schemas/" + name);
    }

    /** In what an answer of a door is not what the document says; nothing is known of what is not JSON. */
    public String misfit(String door, int status, String body) {
        JsonNode answer = operation(door).get("responses").get(Integer.toString(status));
        if (answer == null) {
            return String.format(Locale.ROOT, "%s answers %d, which is nowhere said", door, status);
        }
        JsonNode described = resolved(answer);
        JsonNode content = described.get("content");
        String mediaType = content.has("application/problem+json") ? "application/problem+json" : "application/json";
        List<String> misfits = new ArrayList<>();
        JsonNode given = JSON.readTree(body);
        fit(content.get(mediaType).get("schema"), given, "", misfits);
        if (content.has("application/problem+json")) {
            String code = given.path("code").asString();
            if (refusals(described).noneMatch(listed -> listed.code().equals(code))) {
                misfits.add("the code %s is nowhere listed".formatted(code));
            }
        }
        return misfits.stream().collect(joining("; "));
    }

    /** A code that is listed with a status, and the sentence about it. */
    private record Refusal(String code, String meaning) {}

    private static Stream<Refusal> refusals(JsonNode response) {
        return REFUSAL.matcher(response.get("description").asString())
                .results()
                .map(found -> new Refusal(found.group(1), found.group(2)));
    }

    /** A row for each code: with its status, the sentence about it and the doors that refuse with it. */
    public List<String> refusalRows() {
        SortedMap<String, SortedSet<String>> doors = new TreeMap<>();
        long all = operations().count();
        operations()
                .forEach(operation -> operation
                        .node()
                        .get("responses")
                        .properties()
                        .forEach(response -> refusals(resolved(response.getValue()))
                                .forEach(refusal -> doors.computeIfAbsent(
                                                "| `%s` | %s | %s |"
                                                        .formatted(
                                                                refusal.code(), response.getKey(), refusal.meaning()),
                                                row -> new TreeSet<>())
                                        .add(operation.node().get("operationId").asString()))));
        List<String> rows =
                new ArrayList<>(List.of("| code | status | when, and what to do | at |", "|---|---|---|---|"));
        doors.forEach((row, at) -> rows.add(row + ' ' + where(at, all) + " |"));
        return rows;
    }

    private static String where(SortedSet<String> doors, long all) {
        if (doors.size() == all) {
            return "every door";
        }
        return doors.size() > MOST_DOORS_NAMED
                ? String.format(Locale.ROOT, "%d of %d doors", doors.size(), all)
                : doors.stream().map(door -> '`' + door + '`').collect(joining(", "));
    }

    /** What the document leaves unsaid: a description, the unit of a number, an example, the codes of a refusal. */
    public List<String> unsaid() {
        List<String> unsaid = new ArrayList<>();
        operations().forEach(operation -> unsaidOf(operation, unsaid));
        document.at("/components/schemas")
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
            JsonNode said = resolved(response.getValue());
            String place = door + ' ' + response.getKey();
            if (said.path("content").has("application/problem+json")
                    && refusals(said).findAny().isEmpty()) {
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
        if (types(schema).anyMatch("integer"::equals)
                && !UNIT.matcher(description).find()) {
            unsaid.add(place + " has no unit: " + description);
        }
        boolean ofParts = types(schema).anyMatch(type -> type.equals("object"))
                || description.equals("Always `null` here.")
                || schema.path("items").has("$ref");
        if (!ofParts && !words.has("example") && !words.has("examples")) {
            unsaid.add(place + " has no example");
        }
        if (!ofParts && words.has("examples")) {
            List<String> misfits = new ArrayList<>();
            fit(schema, words.get("examples").get(0), place, misfits);
            unsaid.addAll(misfits);
        }
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode reference = node.get("$ref");
        return reference == null ? node : document.at(reference.asString().substring(1));
    }

    private void fit(JsonNode given, JsonNode value, String place, List<String> misfits) {
        JsonNode schema = resolved(given);
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

    private static Stream<String> types(JsonNode schema) {
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

    private Stream<Described> operations() {
        return document.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> new Described(
                                operation.getKey().toUpperCase(Locale.ROOT) + ' ' + path.getKey(),
                                operation.getValue())));
    }

    private record Described(String name, JsonNode node) {}
}
