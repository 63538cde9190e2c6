package com.hotpotspot.house.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatchetTest {

    private static final Ratchet RATCHET = Ratchet.of("# why\nlong-class a/Sale.java 250\nsleep a/TillTest.java 2\n");

    @Test
    void whatIsListedAndHasNotChangedIsLeftAlone() {
        List<Finding> findings = List.of(sale(250), sleep(3), sleep(9));

        assertThat(RATCHET.tooMuch(findings)).isEmpty();
        assertThat(RATCHET.tooLax(findings)).isEmpty();
    }

    @Test
    void whatIsNewIsTooMuch() {
        assertThat(RATCHET.tooMuch(
                        List.of(sale(250), new Finding("long-class", "a/Node.java", 1, "", 201, "make it shorter"))))
                .containsExactly("a/Node.java:1: long-class: make it shorter");
    }

    @Test
    void whatIsListedMayNotGrow() {
        assertThat(RATCHET.tooMuch(List.of(sale(251))))
                .singleElement()
                .asString()
                .contains("a/Sale.java", "250");
        assertThat(RATCHET.tooMuch(List.of(sleep(3), sleep(9), sleep(12)))).hasSize(3);
    }

    @Test
    void whatHasShrunkIsToBeLowered() {
        assertThat(RATCHET.tooLax(List.of(sale(249), sleep(3), sleep(9))))
                .singleElement()
                .asString()
                .contains("a/Sale.java", "from 250 to 249");
        assertThat(RATCHET.tooLax(List.of(sale(250))))
                .singleElement()
                .asString()
                .contains("from 2 to 0");
    }

    @Test
    void loweringKeepsWhatIsLeftAndAddsNothing() {
        String lowered = RATCHET.lowered(
                List.of(sale(249), sleep(3), sleep(9), sleep(12), new Finding("long-class", "b", 1, "", 300, "")));

        assertThat(lowered.lines().filter(each -> !each.startsWith("#")))
                .containsExactly("long-class a/Sale.java 249", "sleep a/TillTest.java 2");
        assertThat(RATCHET.lowered(List.of()).lines()).allMatch(each -> each.startsWith("#"));
    }

    private static Finding sale(int lines) {
        return new Finding("long-class", "a/Sale.java", 1, "", lines, "make it shorter");
    }

    private static Finding sleep(int line) {
        return new Finding("sleep", "a/TillTest.java", line, "", 1, "await it");
    }
}
