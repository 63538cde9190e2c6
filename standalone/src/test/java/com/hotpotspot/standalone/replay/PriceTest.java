package com.hotpotspot.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.events.money.Tetri;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTest {

    @ParameterizedTest
    @CsvSource({"12.95, 1295", "9, 900", "9.5, 950", "0, 0", "0.01, 1", "1.10, 110", "9999999999999.99, 999999999999999"
    })
    void lariBecomeTetriExactly(String text, long tetri) {
        assertThat(Price.parse(text, "item_price")).isEqualTo(Tetri.of(tetri));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12.955",
                "12.950",
                "-1",
                "+1",
                "1e2",
                "12,95",
                "1 000",
                "NaN",
                "free",
                ".5",
                "5.",
                "99999999999999"
            })
    void whatIsNoPriceIsRefused(String text) {
        assertThatThrownBy(() -> Price.parse(text, "item_price"))
                .isInstanceOf(UnusableValueException.class)
                .hasMessageContaining("item_price must be an amount like 12.95")
                .hasMessageEndingWith("but is " + text);
    }
}
