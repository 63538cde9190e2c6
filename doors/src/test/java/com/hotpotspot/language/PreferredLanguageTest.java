package com.hotpotspot.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which language somebody is answered. */
class PreferredLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"ru|ru", "ka-GE,ru;q=0.5|ka", "de,ru;q=0.7|ru", "de|en", "en-US|en", "ru;q=0.1,ka;q=0.9|ka"})
    void theFirstThatABrowserNamesOfOurs(String header, String code) {
        assertThat(PreferredLanguage.of(null, header)).isEqualTo(code);
    }

    @Test
    void theOneThatSomebodyChoseComesFirst() {
        assertThat(PreferredLanguage.of("ka", "ru")).isEqualTo("ka");
        assertThat(PreferredLanguage.of("de", "ru")).isEqualTo("ru");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ";;;", "ru;q=many", "\u0000"})
    void whoeverHasNoWishThatCanBeReadReadsEnglish(String header) {
        assertThat(PreferredLanguage.of("", header)).isEqualTo("en");
        assertThat(PreferredLanguage.of(null, "ru,".repeat(300))).isEqualTo("en");
    }
}
