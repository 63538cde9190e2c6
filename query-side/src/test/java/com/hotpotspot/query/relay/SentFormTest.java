package com.hotpotspot.query.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hotpotspot.query.web.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class SentFormTest {

    @Test
    void aFormWithNothingFilledInIsAskedAboutEachOfItsFieldsAndOneWithoutFieldsAboutNone() {
        MultiValueMap<String, String> empty = form();
        empty.add("nodeId", "");

        assertThat(SentForm.of(empty).body().orElseThrow()).hasToString("{}");
        assertThat(SentForm.of(form()).body()).isEmpty();
    }

    @Test
    void aMemberHasTheKindThatTheNameOfItsFieldSays() {
        MultiValueMap<String, String> form = form();
        form.add("nodeId", " VAKE ");
        form.add("emissionUnits:number", "1 000");
        form.add("aboveTetri:lari", "12,5");
        form.add("until:tbilisi", "2026-01-15T10:00");
        form.add("nodes:list", "VAKE, GORI");
        form.add("nodes:list", "BATUMI");
        form.add("ownerSplit.buyer:number", "20");
        form.add("ownerSplit.owner:number", "75");
        form.add("sure:flag", "on");

        assertThat(SentForm.of(form).body().orElseThrow())
                .hasToString("{\"nodeId\":\"VAKE\",\"emissionUnits\":1000,\"aboveTetri\":1250,"
                        + "\"until\":\"2026-01-15T06:00:00Z\",\"nodes\":[\"VAKE\",\"GORI\",\"BATUMI\"],"
                        + "\"ownerSplit\":{\"buyer\":20,\"owner\":75},\"sure\":true}");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.01, 1",
        "'0,1', 10",
        "7, 700",
        "'1 234.56', 123456",
        "'1\u00a0234,56', 123456",
        "999999999999999.99, 99999999999999999"
    })
    void anAmountInLariBecomesTetri(String entered, long tetri) {
        MultiValueMap<String, String> form = form();
        form.add("amountTetri:lari", entered);

        assertThat(SentForm.of(form).body().orElseThrow().path("amountTetri").asLong())
                .isEqualTo(tetri);
    }

    @ParameterizedTest
    @CsvSource({
        "number, 1.5",
        "number, seven",
        "number, 1e3",
        "number, 9999999999999999999",
        "lari, 1.234",
        "lari, -1",
        "lari, ₾5",
        "tbilisi, tomorrow",
        "tbilisi, 2026-13-01T10:00"
    })
    void whatCannotBeReadIsSaidOfItsFieldAndNotSent(String kind, String entered) {
        MultiValueMap<String, String> form = form();
        form.add("member:" + kind, entered);

        SentForm sent = SentForm.of(form);

        assertThat(sent.unreadable()).containsOnlyKeys("member");
        assertThat(sent.entered()).containsEntry("member", entered);
        assertThat(sent.body().orElseThrow().isEmpty()).isTrue();
    }

    @Test
    void whatNobodyFilledInIsLeftOutAndASecretIsNotKept() {
        MultiValueMap<String, String> form = form();
        form.add("label", "  ");
        form.add("_csrf", "token");
        form.add("claimCode:secret", "1234-5678");

        SentForm sent = SentForm.of(form);

        assertThat(sent.body().orElseThrow()).hasToString("{\"claimCode\":\"1234-5678\"}");
        assertThat(sent.entered()).isEmpty();
    }

    @Test
    void aFormThatNoPageSendsIsRefused() {
        MultiValueMap<String, String> withoutKey = new LinkedMultiValueMap<>();
        withoutKey.add("nodeId", "VAKE");
        MultiValueMap<String, String> ofNoKind = form();
        ofNoKind.add("nodeId:shouting", "VAKE");
        MultiValueMap<String, String> tooMany = form();
        for (int i = 0; i < 101; i++) {
            tooMany.add("member" + i, "x");
        }
        MultiValueMap<String, String> tooLong = form();
        tooLong.add("label", "x".repeat(4001));

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> SentForm.of(withoutKey));
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> SentForm.of(ofNoKind));
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> SentForm.of(tooMany));
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> SentForm.of(tooLong));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nodes", "/nodes/VAKE/terminals/TILL-1/revoke", "/sales/sale:VAKE:0000000001/void"})
    void aDoorIsAPathOfTheCommandSide(String path) {
        assertThat(CommandDoor.at(path)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "nodes",
                "/nodes/",
                "/../oauth2/token",
                "/nodes/../../..",
                "/./nodes",
                "//example.org/nodes",
                "/nodes?x=1",
                "/nodes#x",
                "/nodes/%2e%2e",
                "/no des",
                "/nodes/\r\nHost",
                "/@example.org",
                "/a/b/c/d/e/f/g/h/i"
            })
    void nothingElseIsADoor(String path) {
        assertThat(CommandDoor.at(path)).isEmpty();
    }

    private static MultiValueMap<String, String> form() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add(SentForm.KEY, "0190f3c1-0000-7000-8000-000000000001");
        return form;
    }
}
