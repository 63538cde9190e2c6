package com.hotpotspot.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"Khinkali", "ხაჭაპური აჭარული", "Борщ", "crème brûlée", "🍲 stew", "a\"b\\c"})
    void humanTextIsPlain(String text) {
        assertThat(PlainText.require(text, "name", 40)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u0085b", "a\u2028b", "\ud800", "x\udc00"})
    void controlCharactersAndBrokenPairsAreNot(String text) {
        assertThatThrownBy(() -> PlainText.require(text, "name", 40))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Khinkali",
                "ხაჭაპური აჭარული",
                "ᲮᲐᲭᲐᲞᲣᲠᲘ",
                "Борщ с чесноком",
                "Խորոված",
                "crème brûlée",
                "cre\u0300me",
                "🍲 stew",
                "☕\ufe0f"
            })
    void whatPeopleWriteIsLegible(String text) {
        assertThat(PlainText.requireLegible(text, "name", 40)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u202eb", "a\u2066b\u2069", "a\u200fb", "a\u061cb", "a\u200bb", "a\u200cb", "a\u200db", "a\u2060b",
                "a\ufeffb", "a\u00adb", "a\u180eb", "a\u034fb", "a\u3164b", "a\u2800b", "a\ufe00b", "a\ue000b",
                "a\uffffb", "a\u0378b", "a\udb40\udc41b", "a\udb40\udd00b", "\u00a0", "\u3000", "a\u0000b"
            })
    void textThatHidesOrTurnsIsNot(String text) {
        assertThatThrownBy(() -> PlainText.requireLegible(text, "name", 40))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        invalid -> assertThat(invalid.field()).isEqualTo("name"));
    }

    @Test
    void neitherIsBlankOrEndlessText() {
        assertThatThrownBy(() -> PlainText.require(" ", "name", 40)).hasMessageContaining("blank");
        assertThatThrownBy(() -> PlainText.require("x".repeat(41), "name", 40)).hasMessageContaining("40");
    }
}
