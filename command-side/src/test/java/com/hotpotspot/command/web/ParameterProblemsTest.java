package com.hotpotspot.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterProblemsTest {

    @AutoClose
    private final RunningCommandSide system = new RunningCommandSide();

    @ParameterizedTest
    @ValueSource(strings = {"vielleicht", "17", "%D0%B4%D0%B0"})
    void aParameterThatCannotBeReadIsNamed(String value) {
        Reply refused = system.post("/api/v1/sales?qrPng=" + value, """
                {"nodeId":"VAKE","saleNumber":"1","terminalId":"TILL-1","soldAt":"2026-01-15T10:00:00Z","items":[\
                {"code":"KHI","name":"Khinkali","category":"Dumplings","quantity":5,"unitPriceTetri":180}],\
                "totalTetri":900}""");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("code").asString()).isEqualTo("bad-request");
        assertThat(refused.json().get("errors").get(0).get("field").asString()).isEqualTo("qrPng");
        assertThat(refused.json().get("detail").asString()).doesNotContain(value);
    }
}
