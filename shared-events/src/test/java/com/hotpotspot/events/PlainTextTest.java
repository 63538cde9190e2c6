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

    @Test
    void neitherIsBlankOrEndlessText() {
        assertThatThrownBy(() -> PlainText.require(" ", "name", 40)).hasMessageContaining("blank");
        assertThatThrownBy(() -> PlainText.require("x".repeat(41), "name", 40)).hasMessageContaining("40");
    }
}
