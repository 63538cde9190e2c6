package com.hotpotspot.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The served document of a side's interface, beside the committed one, the list of doors and real answers. */
public final class ApiDocumentOf {

    private static final Path LIST = Path.of("../docs/endpoints.md");
    private static final Pattern LISTED = Pattern.compile("\\| `(\\S+ \\S+)` \\| (\\S+) \\| (.+) \\|");
    private static final Pattern REFERENCE = Pattern.compile("\"\\$ref\" : \"#(/[^\"]+)\"");
    private static final String POST = "POST ";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String side;
    private final String served;
    private final JsonNode document;
    private final DescribedDoors doors;

    /** @param side {@code command} or {@code query} */
    public ApiDocumentOf(String side, String served) {
        this.side = side;
        this.served = served;
        this.document = JSON.readTree(served);
        this.doors = new DescribedDoors(document);
    }

    /** What the committed document of a side says. */
    public static ApiDocumentOf committed(String side) {
        try {
            return new ApiDocumentOf(side, Files.readString(Path.of("../docs/openapi/" + side + "-side.json"), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return doors.all()
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
        return doors.all()
                .filter(operation -> operation.name().equals(door))
                .findFirst()
                .orElseThrow()
                .node();
    }

    /** The paths of all doors for commands. */
    public SortedSet<String> commands() {
        return doors.all()
                .map(DescribedDoors.Described::name)
                .filter(name -> name.startsWith(POST))
                .map(name -> name.substring(POST.length()))
                .collect(toCollection(TreeSet::new));
    }

    /** The form of the document that a door for a command takes; empty if it takes none. */
    public Optional<JsonNode> takenAt(String path) {
        return DescribedExamples.bodyOf(operation(POST + path)).map(doors::resolved);
    }

    /** An example of such a document, whose times are about now. */
    public JsonNode example(JsonNode form) {
        Instant soon = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        return new DescribedExamples(doors, soon).of(form);
    }

    /** The path of a door for a command, with an example in place of each variable. */
    public String examplePath(String path) {
        return DescribedExamples.path(path, operation(POST + path));
    }

    /** What a reference stands for; anything else is itself. */
    public JsonNode resolved(JsonNode schema) {
        return doors.resolved(schema);
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
        JsonNode described = doors.resolved(answer);
        JsonNode content = described.get("content");
        String mediaType = content.has("application/problem+json") ? "application/problem+json" : "application/json";
        JsonNode given = JSON.readTree(body);
        List<String> misfits =
                new SchemaFit(doors).misfits(content.get(mediaType).get("schema"), given, "");
        if (content.has("application/problem+json")) {
            String code = given.path("code").asString();
            if (ListedRefusals.in(described).noneMatch(listed -> listed.code().equals(code))) {
                misfits.add("the code %s is nowhere listed".formatted(code));
            }
        }
        return misfits.stream().collect(joining("; "));
    }

    /** A row for each code: with its status, the sentence about it and the doors that refuse with it. */
    public List<String> refusalRows() {
        return new ListedRefusals(doors).rows();
    }

    /** That the door which refused something does not list the code with that status; empty for what is no door. */
    public Optional<String> unlisted(String verb, String path, int status, String code) {
        return new ListedRefusals(doors).unlisted(verb, path, status, code);
    }

    /** What the document leaves unsaid: a description, the unit of a number, an example, the codes of a refusal. */
    public List<String> unsaid() {
        return new Unsaid(doors).everywhere();
    }
}
