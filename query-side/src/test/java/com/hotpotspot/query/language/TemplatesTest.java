package com.hotpotspot.query.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.dom.DOMMarkupParser;
import org.attoparser.dom.Element;
import org.attoparser.dom.INestableNode;
import org.attoparser.dom.INode;
import org.attoparser.dom.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;

/** What templates and classes say on pages they take from the bundles, and say all that is there. */
class TemplatesTest {

    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9._-]+)");

    private static final Pattern BEGINNING_OF_KEYS = Pattern.compile("'([a-z][a-z.-]*\\.)' *\\+");

    private static final Pattern LITERAL = Pattern.compile("'([^']*)'");

    private static final Pattern TEXT_OF_JAVA = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** What browsers show or say of an element. */
    private static final Set<String> SAID = Set.of("title", "aria-label", "placeholder", "alt");

    /** Words that are the same for everybody: what is typed, and the units of a machine. */
    private static final Set<String> SAME_FOR_ALL = Set.of("code");

    @Test
    void everyTextThatAPageAsksForIsThereAndNoOther() {
        Set<String> asked = new TreeSet<>();
        Set<String> beginnings = new TreeSet<>();
        for (Resource source : templates()) {
            String template = Bundles.read(source);
            KEY.matcher(template).results().map(found -> found.group(1)).forEach(asked::add);
            BEGINNING_OF_KEYS
                    .matcher(template)
                    .results()
                    .map(found -> found.group(1))
                    .forEach(beginnings::add);
        }
        Set<String> there = Bundles.texts(Language.ENGLISH).keySet();

        assertThat(there).containsAll(asked);
        assertThat(beginnings).allMatch(beginning -> there.stream().anyMatch(key -> key.startsWith(beginning)));
        assertThat(there.stream()
                        .filter(key -> !asked.contains(key))
                        .filter(key -> beginnings.stream().noneMatch(key::startsWith)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("com.hotpotspot.query.language.CodesWithWords#all")
    void everyCodeHasItsWords(String beginning, List<String> codes) {
        assertThat(codes).isNotEmpty();
        assertThat(Bundles.texts(Language.ENGLISH).keySet())
                .containsAll(codes.stream().map(beginning::concat).toList());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateHasNoTextOfItsOwn(Resource template) throws Exception {
        List<String> found = new ArrayList<>();
        look(
                new DOMMarkupParser(ParseConfiguration.htmlConfiguration())
                        .parse(template.getContentAsString(StandardCharsets.UTF_8)),
                found);

        assertThat(found).isEmpty();
    }

    /** Classes that make pages have no sentence to hand to one: what they say in words is what goes wrong with them. */
    @Test
    void aPageGetsNoSentenceFromJava() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(path -> path.toString().matches(".*(Page|View|Frame|Endpoint)\\.java"))
                            .filter(path -> Bundles.read(path).contains("Attribute("))
                            .flatMap(path -> TEXT_OF_JAVA
                                    .matcher(Bundles.read(path))
                                    .results()
                                    .map(MatchResult::group)
                                    .filter(text -> text.matches(".*\\p{L} +\\p{L}.*"))
                                    .filter(text -> !text.startsWith("\"A page does not say"))
                                    .map(text -> path.getFileName() + ": " + text)))
                    .isEmpty();
        }
    }

    private static void look(INestableNode parent, List<String> found) {
        for (INode node : parent.getChildren()) {
            if (node instanceof Text text && hasLetters(text.getContent())) {
                found.add(text.getContent().strip());
            }
            if (node instanceof Element element && !SAME_FOR_ALL.contains(element.getElementName())) {
                element.getAttributeMap().forEach((name, value) -> look(name, value, found));
                look(element, found);
            }
        }
    }

    private static void look(String name, String value, List<String> found) {
        if (SAID.contains(name) && hasLetters(value)) {
            found.add(name + "=" + value);
        }
        boolean shown = name.equals("th:text") || name.equals("th:utext");
        if (shown || SAID.contains(name.replaceFirst("^th:", ""))) {
            LITERAL.matcher(value)
                    .results()
                    .map(literal -> literal.group(1))
                    .filter(TemplatesTest::hasLetters)
                    .filter(literal -> !isPartOfAKeyOrAName(literal))
                    .forEach(literal -> found.add(name + "=" + value));
        }
    }

    /** Such as {@code audit.age.}, of which the rest is a code, or of a file. */
    private static boolean isPartOfAKeyOrAName(String literal) {
        return literal.matches("[a-z-]+\\.[a-z.-]*|event-|\\.tlog-proof");
    }

    private static boolean hasLetters(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    private static List<Resource> templates() {
        return Bundles.resources("templates/*.html");
    }
}
