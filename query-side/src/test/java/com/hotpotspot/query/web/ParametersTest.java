package com.hotpotspot.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,132 | 1132",
                "1.132 | 1132",
                "1 132 | 1132",
                "1\u00a0132 | 1132",
                "12\u202f345\u202f678 | 12345678",
                "' 42 ' | 42"
            })
    void aNumberCanBePastedAsPagesPrintIt(String typed, String number) {
        assertThat(Parameters.ungrouped(typed)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,13", "0,132", "1,,132", "1132,5", "-1,132", "1,132x", ""})
    void whatIsNoNumberOfThousandsStaysAsItIs(String typed) {
        assertThat(Parameters.ungrouped(typed)).isEqualTo(typed);
    }
}
