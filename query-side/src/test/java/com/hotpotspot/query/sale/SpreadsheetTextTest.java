package com.hotpotspot.query.sale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1-2",
                "-A1",
                "-A1:77",
                "=1+1",
                "+1",
                "@x",
                "\tx",
                "\r=1",
                "1e10",
                "1E5",
                "1-2",
                "1.5",
                ".5",
                "2026-01-02",
                "0012",
                "1234567890123456",
                "12:30",
                "4711-A",
                "MAR1",
                "Mar-3",
                "sept_2",
                "december.25",
                "TRUE",
                "false"
            })
    void whatASpreadsheetTakesForSomethingElseStaysAText(String text) {
        assertThat(SpreadsheetText.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "4711", "123456789012345", "VAKE", "VAKE:0000004711", "A-1", "MARIAM", "own-1f", "TRUER"
            })
    void whatIsReadTheSameByAllStaysAsItIs(String text) {
        assertThat(SpreadsheetText.of(text)).isEqualTo(text);
    }
}
