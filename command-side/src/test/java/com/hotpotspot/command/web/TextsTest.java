package com.hotpotspot.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.language.PreferredLanguage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The texts of the pages of this side are the same in all languages, and those that templates ask for. */
class TextsTest {

    /** No page has these words; receipts are printed with them. */
    private static final String OF_RECEIPTS = "receipt.";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9._-]+)");
    private static final Pattern BEGINNING_OF_KEYS = Pattern.compile("'([a-z][a-z.-]*\\.)' *\\+");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    /** In which letters a language is written, beside those of names such as QR. */
    private static final Map<String, Character.UnicodeScript> LETTERS = Map.of(
            "en", Character.UnicodeScript.LATIN,
            "ka", Character.UnicodeScript.GEORGIAN,
            "ru", Character.UnicodeScript.CYRILLIC);

    private static List<String> languages() {
        return PreferredLanguage.CODES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noLanguageLacksATextOrNamesOtherFigures(String language) throws IOException {
        Map<String, String> english = texts("en");
        Map<String, String> texts = texts(language);

        assertThat(texts.keySet()).isNotEmpty().isEqualTo(english.keySet());
        texts.forEach((key, text) ->
                assertThat(placeholders(text)).as(key).isEqualTo(placeholders(english.getOrDefault(key, ""))));
    }

    /** In the form of messages an apostrophe would begin a quotation. */
    @ParameterizedTest
    @MethodSource("languages")
    void everyTextIsAMessageAsItStandsInTheLettersOfItsLanguage(String language) throws IOException {
        Set<Character.UnicodeScript> may = EnumSet.of(
                LETTERS.getOrDefault(language, Character.UnicodeScript.LATIN), Character.UnicodeScript.LATIN);
        texts(language).forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank().doesNotContain("'");
            assertThat(new MessageFormat(text, Locale.ROOT).toPattern()).as(key).isEqualTo(text);
            for (String word : text.split("[^\\p{L}]+")) {
                assertThat(scripts(word))
                        .as("%s: %s", key, word)
                        .hasSizeLessThanOrEqualTo(1)
                        .isSubsetOf(may);
            }
        });
    }

    @Test
    void everyTextThatAPageAsksForIsThereAndNoOther() throws IOException {
        Set<String> asked = new TreeSet<>();
        Set<String> beginnings = new TreeSet<>();
        for (Resource source : resources("templates/sign-in*.html")) {
            String template = read(source);
            KEY.matcher(template).results().map(found -> found.group(1)).forEach(asked::add);
            BEGINNING_OF_KEYS
                    .matcher(template)
                    .results()
                    .map(found -> found.group(1))
                    .forEach(beginnings::add);
            assertThat(TAG.matcher(template).replaceAll(" ").codePoints().filter(Character::isLetter))
                    .as("%s has no text of its own", source.getFilename())
                    .isEmpty();
        }
        Set<String> there = texts("en").keySet();

        assertThat(there).containsAll(asked);
        assertThat(beginnings).allMatch(beginning -> there.stream().anyMatch(key -> key.startsWith(beginning)));
        assertThat(there.stream()
                        .filter(key -> !key.startsWith(OF_RECEIPTS))
                        .filter(key -> !asked.contains(key))
                        .filter(key -> beginnings.stream().noneMatch(key::startsWith)))
                .isEmpty();
    }

    private static Map<String, String> texts(String language) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (Resource bundle : resources("messages/command/*_" + language + ".properties")) {
            Properties texts = new Properties();
            texts.load(new StringReader(read(bundle)));
            texts.stringPropertyNames().forEach(key -> all.put(key, texts.getProperty(key)));
        }
        return all;
    }

    private static List<Resource> resources(String pattern) throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:" + pattern))
                .toList();
    }

    private static String read(Resource resource) throws IOException {
        return resource.getContentAsString(StandardCharsets.UTF_8);
    }

    private static Set<Character.UnicodeScript> scripts(String word) {
        Set<Character.UnicodeScript> scripts = new TreeSet<>();
        word.codePoints().forEach(letter -> scripts.add(Character.UnicodeScript.of(letter)));
        return scripts;
    }

    private static Set<String> placeholders(String text) {
        return new TreeSet<>(
                PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).toList());
    }
}
