package com.hotpotspot.events.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.network.NodeId;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaleIdTest {

    private static final NodeId NODE = new NodeId("VAKE");

    @Test
    void numericNumbersArePaddedSoThatTheyAreOrdered() {
        assertThat(SaleId.of(NODE, new SaleNumber("4711")).stream()).hasToString("sale:VAKE:0000004711");
        assertThat(SaleId.of(NODE, new SaleNumber("0")).stream()).hasToString("sale:VAKE:0000000000");
        assertThat(SaleId.of(NODE, new SaleNumber("12345678901")).stream()).hasToString("sale:VAKE:12345678901");
    }

    @Test
    void anIdSaysWhereTheSaleWasMade() {
        assertThat(SaleId.of(NODE, new SaleNumber("4711")).node()).isEqualTo(NODE);
    }

    @Test
    void otherNumbersStayAsSent() {
        assertThat(SaleId.of(NODE, new SaleNumber("A-17")).stream()).hasToString("sale:VAKE:A-17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"007", "00", "0000004711"})
    void numericNumbersWithLeadingZerosAreRefused(String number) {
        assertThatThrownBy(() -> new SaleNumber(number))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("leading zeros");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "a:b", "a/b", "ა", "12345678901234567890123456789012345678901"})
    void otherCharactersAndLengthsAreRefused(String number) {
        assertThatThrownBy(() -> new SaleNumber(number)).isInstanceOf(InvalidValue.class);
    }

    @Property
    void twoNumbersNeverBecomeOne(
            @ForAll @NumericChars @AlphaChars @Chars({'.', '_', '-'}) @StringLength(min = 1, max = 12) String one,
            @ForAll @NumericChars @StringLength(min = 1, max = 12) String other) {
        Assume.that(!one.equals(other) && isValid(one) && isValid(other));

        assertThat(SaleId.of(NODE, new SaleNumber(one))).isNotEqualTo(SaleId.of(NODE, new SaleNumber(other)));
    }

    private static boolean isValid(String number) {
        return !number.matches("0[0-9]+");
    }
}
