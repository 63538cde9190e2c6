package com.hotpotspot.query.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.Resource;

/** The texts of the pages are the same in all languages, each written in its letters. */
class TextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");
    /** In which letters a language is written, beside those of names such as JavaScript. */
    private static final Map<Language, Character.UnicodeScript> LETTERS = Map.of(
            Language.ENGLISH, Character.UnicodeScript.LATIN,
            Language.GEORGIAN, Character.UnicodeScript.GEORGIAN,
            Language.RUSSIAN, Character.UnicodeScript.CYRILLIC);

    /** What fonts of all systems have beside letters. */
    private static final String SIGNS = " .,:;-–·()/{}’₾0123456789";

    @ParameterizedTest
    @EnumSource
    void noLanguageLacksATextOrHasOneTooMany(Language language) {
        assertThat(Bundles.texts(language).keySet())
                .isEqualTo(Bundles.texts(Language.ENGLISH).keySet());
    }

    @ParameterizedTest
    @EnumSource
    void aTextNamesTheSameFiguresInEveryLanguage(Language language) {
        Map<String, String> english = Bundles.texts(Language.ENGLISH);

        Bundles.texts(language)
                .forEach((key, text) ->
                        assertThat(placeholders(text)).as(key).isEqualTo(placeholders(english.getOrDefault(key, ""))));
    }

    /** In the form of messages an apostrophe would begin a quotation. */
    @ParameterizedTest
    @EnumSource
    void everyTextIsAMessageAsItStands(Language language) {
        Bundles.texts(language).forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank().doesNotContain("'");
            assertThat(new MessageFormat(text, Locale.ROOT).toPattern()).as(key).isEqualTo(text);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aTextIsWrittenInTheLettersOfItsLanguage(Language language) {
        Set<Character.UnicodeScript> may = EnumSet.of(LETTERS.get(language), Character.UnicodeScript.LATIN);

        Bundles.texts(language).forEach((key, text) -> {
            for (String word : text.split("[^\\p{L}]+")) {
                assertThat(scripts(word))
                        .as("%s: %s", key, word)
                        .hasSizeLessThanOrEqualTo(1)
                        .isSubsetOf(may);
            }
            assertThat(text.replaceAll("\\p{L}", "").chars().mapToObj(Character::toString))
                    .as(key)
                    .allMatch(SIGNS::contains);
        });
    }

    /** Latin and Cyrillic letters every system has; for the others the pages bring a font along. */
    @Test
    void theFontOfThePagesHasTheLettersThatNotEverySystemHas() {
        List<WoffFont> fonts = Bundles.resources("static/assets/noto-sans-georgian-*-*.woff").stream()
                .map(TextsTest::font)
                .toList();
        assertThat(fonts).isNotEmpty();
        String said = String.join("", Bundles.texts(Language.GEORGIAN).values()) + "₾";

        assertThat(said.codePoints()
                        .filter(letter ->
                                letter == '₾' || Character.UnicodeScript.of(letter) == Character.UnicodeScript.GEORGIAN)
                        .distinct()
                        .mapToObj(Character::toString))
                .allSatisfy(letter -> assertThat(fonts.stream().filter(font -> font.has(letter.codePointAt(0))))
                        .as("regular and bold")
                        .hasSizeGreaterThanOrEqualTo(2));
        assertThat(Bundles.read(Bundles.resource("static/assets/app.css")))
                .contains("font: 16px/1.5 \"Noto Sans Georgian\",");
    }

    private static WoffFont font(Resource file) {
        try {
            return new WoffFont(file.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
