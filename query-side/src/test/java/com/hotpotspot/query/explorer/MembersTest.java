package com.hotpotspot.query.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.query.explorer.Member.Form;
import org.junit.jupiter.api.Test;

class MembersTest {

    private static Members of(String json) {
        return Members.of(json.getBytes(UTF_8));
    }

    @Test
    void aMemberIsALineAndWhatLiesWithinComesBelowIt() {
        Members members = of("{\"items\":[{\"code\":\"K1\"},7],\"node\":\"VAKE\",\"tip\":null}");

        assertThat(members.lines())
                .containsExactly(
                        new Member(0, "items", Form.LIST, "", 2),
                        new Member(1, "1", Form.OBJECT, "", 1),
                        new Member(2, "code", Form.TEXT, "K1", 0),
                        new Member(1, "2", Form.TEXT, "7", 7),
                        new Member(0, "node", Form.TEXT, "VAKE", 0),
                        new Member(0, "tip", Form.TEXT, "null", 0));
        assertThat(members.whole()).isTrue();
    }

    @Test
    void itsNameTellsMoneyAndTokensAndItsTextATime() {
        assertThat(of("{\"soldAt\":\"2026-01-15T10:00:00.120Z\",\"totalTetri\":4700,\"ownerUnits\":48}")
                        .lines())
                .extracting(Member::form)
                .containsExactly(Form.TIME, Form.TETRI, Form.UNITS);
        assertThat(of("{\"a\":\"-999999999-01-02T00:00:00Z\",\"bTetri\":\"1\",\"cTetri\":1.5,\"d\":\"Z\"}")
                        .lines())
                .extracting(Member::form)
                .containsOnly(Form.TEXT);
    }

    @Test
    void thereIsAnEndToWhatIsShown() {
        Members many = of("[" + "1,".repeat(10_000) + "1]");
        Members deep = of("[".repeat(400) + "]".repeat(400));
        Members large = of("{\"name\":\"" + "ა".repeat(100_000) + "\"}");

        assertThat(many.lines()).hasSize(500);
        assertThat(many.whole()).isFalse();
        assertThat(deep.lines()).hasSize(7);
        assertThat(deep.lines().getLast().text()).startsWith("[[[");
        assertThat(large.lines().getFirst().text()).hasSize(1_001).endsWith("…");
        assertThat(large.whole()).isFalse();
    }

    @Test
    void whatIsNoJsonHasNoLines() {
        assertThat(of("{").lines()).isEmpty();
        assertThat(of("{").whole()).isFalse();
        assertThat(of("[".repeat(100_000)).lines()).isEmpty();
    }
}
