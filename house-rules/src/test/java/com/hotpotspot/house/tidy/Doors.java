package com.hotpotspot.house.tidy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The doors that there are: those of {@code docs/endpoints.md}, which the tests of each side compare with what its
 * framework serves, and paths that main code has as a text.
 */
record Doors(List<String> listed, Set<String> inCode) {

    private static final String OF_THE_FRAMEWORK = "GET /actuator/";
    private static final String LIST = "docs/endpoints.md";
    private static final Pattern DOOR =
            Pattern.compile("\\b((?:GET|POST|PUT|PATCH|DELETE) (?:\\{\\{\\w+}})?/[^\\s`?'\"|)]*)");
    private static final Pattern TEXT = Pattern.compile("\"(/[^\"?\\s]*)");

    static Doors of(Repository repository) {
        List<String> listed = DOOR.matcher(repository.read(LIST))
                .results()
                .map(each -> each.group(1))
                .toList();
        Set<String> inCode = repository.sources().stream()
                .filter(each -> !each.isTest())
                .flatMap(each -> TEXT.matcher(each.text()).results())
                .map(each -> each.group(1))
                .collect(Collectors.toSet());
        return new Doors(listed, inCode);
    }

    Stream<Finding> unknownIn(Document document) {
        return document.file().equals(LIST)
                ? Stream.of()
                : document.find(DOOR)
                        .filter(each -> !exists(each.text()))
                        .map(each -> document.finding(
                                each, "there is no such door in docs/endpoints.md; say which it is now"));
    }

    private boolean exists(String door) {
        String plain = door.replaceAll("\\{\\{\\w+}}", "").replaceAll("[.,;:]$", "");
        return listed.stream().anyMatch(each -> fits(each, plain))
                || inCode.contains(plain.substring(plain.indexOf('/')))
                || plain.startsWith(OF_THE_FRAMEWORK);
    }

    /** Whether a door is one with places in it, {@code {…}}, that are filled in. */
    private static boolean fits(String listed, String door) {
        String[] places = listed.split("/", -1);
        String[] parts = door.split("/", -1);
        if (places.length != parts.length) {
            return false;
        }
        for (int i = 0; i < places.length; i++) {
            if (!places[i].equals(parts[i]) && !places[i].startsWith("{")) {
                return false;
            }
        }
        return true;
    }
}
