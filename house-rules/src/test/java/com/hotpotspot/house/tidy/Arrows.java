package com.hotpotspot.house.tidy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who uses whom, without circles.
 *
 * @param from for each who it uses, in the order in which they are drawn
 */
record Arrows(Map<String, List<String>> from) {

    /** As a diagram for Mermaid. Arrows that follow from others are left out. */
    String drawn() {
        String nodes = from.keySet().stream()
                .map(each -> "    " + id(each) + "[\"" + each + "\"]\n")
                .collect(Collectors.joining());
        String arrows = from.keySet().stream()
                .flatMap(each -> to(each).stream()
                        .filter(to -> !followsFromOthers(each, to))
                        .map(to -> "    " + id(each) + " --> " + id(to) + "\n"))
                .collect(Collectors.joining());
        return "```mermaid\nflowchart TD\n" + nodes + arrows + "```\n";
    }

    private List<String> to(String one) {
        return from.getOrDefault(one, List.of());
    }

    private static String id(String name) {
        return name.replaceAll("[.-]", "_");
    }

    private boolean followsFromOthers(String one, String other) {
        return to(one).stream().anyMatch(each -> !each.equals(other) && reaches(each, other, new HashSet<>()));
    }

    private boolean reaches(String one, String other, Set<String> seen) {
        return seen.add(one) && to(one).stream().anyMatch(each -> each.equals(other) || reaches(each, other, seen));
    }
}
