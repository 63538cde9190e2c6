package com.hotpotspot.house.tidy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is untidy from before a rule, with how much of it: none of it may grow, and when it shrinks the list is lowered,
 * so that it cannot come back.
 */
final class Ratchet {

    static final String FILE = "house-rules/src/test/resources/tidy/ratchet.txt";

    private static final String HEAD = """
            # What was untidy before there was a rule: rule, where, how much. Nothing is added here and no number is
            # raised; `./mvnw -pl house-rules test -Dtidy.write=true` lowers them to what is left.
            """;

    private final Map<String, Integer> allowed;

    private Ratchet(Map<String, Integer> allowed) {
        this.allowed = allowed;
    }

    static Ratchet of(String text) {
        Map<String, Integer> allowed = new TreeMap<>();
        text.lines()
                .filter(each -> !each.startsWith("#") && !each.isBlank())
                .forEach(each -> allowed.put(
                        each.substring(0, each.lastIndexOf(' ')),
                        Integer.valueOf(each.substring(each.lastIndexOf(' ') + 1))));
        return new Ratchet(allowed);
    }

    /** What is new or has grown, to be mended. */
    List<String> tooMuch(Collection<Finding> findings) {
        List<String> complaints = new ArrayList<>();
        byKey(findings).forEach((key, those) -> {
            int before = allowed.getOrDefault(key, 0);
            if (amount(those) > before) {
                String listed = before == 0 ? "" : " (the ratchet allows " + before + " from before the rule)";
                those.forEach(each -> complaints.add(each + listed));
            }
        });
        return complaints;
    }

    /** What has been mended and is still allowed. */
    List<String> tooLax(Collection<Finding> findings) {
        Map<String, List<Finding>> now = byKey(findings);
        List<String> complaints = new ArrayList<>();
        allowed.forEach((key, before) -> {
            int amount = amount(now.getOrDefault(key, List.of()));
            if (amount < before) {
                complaints.add(FILE + ": " + key + " went from " + before + " to " + amount
                        + "; well done. Lower it with ./mvnw -pl house-rules test -Dtidy.write=true");
            }
        });
        return complaints;
    }

    /** The same list with nothing in it that is not there any more; nothing is added. */
    String lowered(Collection<Finding> findings) {
        Map<String, List<Finding>> now = byKey(findings);
        return allowed.entrySet().stream()
                .map(each -> Map.entry(
                        each.getKey(), Math.min(each.getValue(), amount(now.getOrDefault(each.getKey(), List.of())))))
                .filter(each -> each.getValue() > 0)
                .map(each -> each.getKey() + " " + each.getValue() + "\n")
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static Map<String, List<Finding>> byKey(Collection<Finding> findings) {
        return findings.stream().collect(Collectors.groupingBy(Finding::key, TreeMap::new, Collectors.toList()));
    }

    private static int amount(List<Finding> findings) {
        return findings.stream().mapToInt(Finding::amount).sum();
    }
}
