package com.hotpotspot.testing;

import static java.util.stream.Collectors.joining;

import com.hotpotspot.testing.DescribedDoors.Described;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The codes that doors list, each in the description of a status. */
record ListedRefusals(DescribedDoors doors) {

    private static final Pattern REFUSAL = Pattern.compile("- `([a-z-]+)`: (.+)");
    private static final int MOST_DOORS_NAMED = 8;

    /** A code that is listed with a status, and the sentence about it. */
    record Refusal(String code, String meaning) {}

    static Stream<Refusal> in(JsonNode response) {
        return REFUSAL.matcher(response.get("description").asString())
                .results()
                .map(found -> new Refusal(found.group(1), found.group(2)));
    }

    /** A row for each code: with its status, the sentence about it and the doors that refuse with it. */
    List<String> rows() {
        SortedMap<String, SortedSet<String>> at = new TreeMap<>();
        long all = doors.all().count();
        doors.all()
                .forEach(operation -> operation
                        .node()
                        .get("responses")
                        .properties()
                        .forEach(response -> in(doors.resolved(response.getValue()))
                                .forEach(refusal -> at.computeIfAbsent(
                                                "| `%s` | %s | %s |"
                                                        .formatted(
                                                                refusal.code(), response.getKey(), refusal.meaning()),
                                                row -> new TreeSet<>())
                                        .add(operation.node().get("operationId").asString()))));
        List<String> rows = new ArrayList<>();
        at.forEach((row, names) -> rows.add(row + ' ' + where(names, all) + " |"));
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

    /** That the door which refused something does not list the code with that status; empty for what is no door. */
    Optional<String> unlisted(String verb, String path, int status, String code) {
        List<Described> asked = doors.all()
                .filter(operation ->
                        (verb + ' ' + path).matches(operation.name().replaceAll("\\{[^}]+}", "[^/]+")))
                .toList();
        boolean listed = asked.isEmpty()
                || asked.stream()
                        .map(door -> door.node().get("responses").path(Integer.toString(status)))
                        .filter(response -> !response.isMissingNode())
                        .flatMap(response -> in(doors.resolved(response)))
                        .anyMatch(refusal -> refusal.code().equals(code));
        return listed
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT, "%s %s refuses with %d %s, which it does not list", verb, path, status, code));
    }
}
