package com.hotpotspot.query.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.query.layout.Figures;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistakeTest {

    private static final Figures FIGURES = Figures.in(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "reason must not be null.                                    | missing | ''    | ''",
                "name must not be blank                                      | missing | ''    | ''",
                "city size must be between 0 and 60.                         | size    | 0     | 60",
                "caps.founder must be less than or equal to 100.             | most    | 100   | ''",
                "capacity must be greater than or equal to 1000              | least   | 1,000 | ''",
                "nodeId must match \"[A-Z0-9-]{1,24}\"                       | form    | ''    | ''"
            })
    void whatIsWrongByARuleOfAllDoorsIsSaidByItsKindAndNotInEnglish(
            String sentence, String kind, String first, String second) {
        Mistake mistake = Mistake.said(sentence);

        assertThat(mistake.kind()).isEqualTo(kind);
        assertThat(mistake.bound(0, FIGURES)).isEqualTo(first);
        assertThat(mistake.bound(1, FIGURES)).isEqualTo(second);
        assertThat(mistake.sentence()).isNull();
    }

    @Test
    void boundsOfAnAmountAreInLari() {
        Mistake mistake = Mistake.said("aboveTetri must be less than or equal to 10000000.")
                .aboutLari();

        assertThat(mistake.bound(0, FIGURES)).isEqualTo(FIGURES.money(10_000_000));
    }

    @Test
    void whatOnlyTheCommandSideKnowsIsSaidInItsWords() {
        Mistake mistake = Mistake.said("nodes must name the nodes that FRANCHISEE is for.");

        assertThat(mistake.kind()).isEqualTo("refused");
        assertThat(mistake.sentence()).isEqualTo("nodes must name the nodes that FRANCHISEE is for.");
    }
}
