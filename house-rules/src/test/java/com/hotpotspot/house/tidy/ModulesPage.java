package com.hotpotspot.house.tidy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page that draws modules and packages: modules as the poms have them, packages as they describe themselves. */
final class ModulesPage {

    static final String FILE = "docs/modules.md";

    private static final String HEAD = """
            # Modules and packages

            This page is made from the poms and from the `package-info.java` of each package, by `./mvnw -pl house-rules \
            test -Dmodules.write=true`; a test fails while it says something else than they do. An arrow leads from who \
            uses to what is used; one that follows from others is left out.

            ## Modules

            In the order in which they are built. `house-rules` is there for all of them while they are compiled and \
            tested, and in no program.

            """;
    private static final Pattern TESTS = Pattern.compile(
            "<dependency>(?:(?!</dependency>).)*<(?:type>test-jar|scope>test)<(?:(?!</dependency>).)*</dependency>",
            Pattern.DOTALL);
    private static final Pattern OURS =
            Pattern.compile("<groupId>com\\.hotpotspot</groupId>\\s*<artifactId>([^<]+)</artifactId>");

    private final Repository repository;
    private final Map<String, List<Described>> packages;

    ModulesPage(Repository repository) {
        this.repository = repository;
        packages = Described.all(repository).collect(Collectors.groupingBy(Described::module));
    }

    String text() {
        List<String> modules = repository.modules().stream()
                .filter(each -> !each.equals("house-rules"))
                .toList();
        Map<String, List<String>> needs = new LinkedHashMap<>();
        modules.forEach(each -> needs.put(each, needsOf(each, modules)));
        return modules.stream()
                .map(this::section)
                .collect(Collectors.joining("", HEAD + new Arrows(needs).drawn(), ""));
    }

    private List<String> needsOf(String module, List<String> modules) {
        List<String> named = OURS.matcher(
                        TESTS.matcher(repository.read(module + "/pom.xml")).replaceAll(""))
                .results()
                .map(each -> each.group(1))
                .toList();
        return modules.stream().filter(named::contains).toList();
    }

    private String section(String module) {
        List<Described> here = packages.getOrDefault(module, List.of());
        Map<String, List<String>> uses = new LinkedHashMap<>();
        here.forEach(each -> uses.put(
                each.name(),
                each.uses().stream()
                        .filter(used ->
                                here.stream().anyMatch(other -> other.name().equals(used)))
                        .toList()));
        String drawing = here.size() == 1 ? "" : "\n" + new Arrows(uses).drawn();
        return "\n## " + module + "\n" + drawing
                + "\n| package | what it is for | may use of other modules | touches |\n"
                + "|---|---|---|---|\n"
                + here.stream().map(each -> row(each, uses.keySet())).collect(Collectors.joining());
    }

    private static String row(Described described, Set<String> inTheModule) {
        String others = described.uses().stream()
                .filter(each -> !inTheModule.contains(each))
                .map(each -> "`" + each + "`")
                .collect(Collectors.joining(", "));
        String touches = described.touches().stream()
                .map(each -> each.equals("AXON") ? "Axon" : each.equals("WEB") ? each.toLowerCase(Locale.ROOT) : each)
                .collect(Collectors.joining(", "));
        return "| `" + described.name() + "` | " + described.purpose() + " | " + others + " | " + touches + " |\n";
    }
}
