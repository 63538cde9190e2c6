package com.hotpotspot.house.tidy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Words about the repository that are read as true today. Decisions are not among them, nor are changes: they say what
 * was.
 *
 * @param file path from the root of the repository
 */
record Document(String file, List<String> lines) {

    private static final Pattern HISTORY = Pattern.compile("docs/adr/\\d{4}-.*|CHANGELOG\\.md");
    private static final Pattern JAVADOC_CODE = Pattern.compile("\\{@(?:code|link|linkplain) ([^}]*)}");

    static Stream<Document> all(Repository repository) {
        return repository.files().stream()
                .filter(each -> each.endsWith(".md") || each.endsWith("/package-info.java"))
                .map(each -> of(each, repository));
    }

    static Document of(String file, Repository repository) {
        String text = repository.read(file);
        String asMarkdown = file.endsWith(".java") ? JAVADOC_CODE.matcher(text).replaceAll("`$1`") : text;
        return new Document(file, List.of(asMarkdown.split("\n", -1)));
    }

    boolean isHistory() {
        return HISTORY.matcher(file).matches();
    }

    String directory() {
        int end = file.lastIndexOf('/');
        return end < 0 ? "" : file.substring(0, end + 1);
    }

    /** What a pattern finds, each with its line. */
    Stream<Found> find(Pattern pattern) {
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(index ->
                        pattern.matcher(lines.get(index)).results().map(each -> new Found(index + 1, each.group(1))));
    }

    Finding finding(Found found, String toDo) {
        return new Finding("outdated", file, found.line(), "", 1, "`" + found.text() + "`: " + toDo);
    }

    record Found(int line, String text) {}
}
