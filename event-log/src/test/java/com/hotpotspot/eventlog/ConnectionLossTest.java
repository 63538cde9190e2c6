package com.hotpotspot.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionLossTest {

    @ParameterizedTest
    @ValueSource(strings = {"08000", "08001", "08003", "08006", "57P01", "57P02", "57P03", "53300"})
    void whoeverCannotTalkToTheServerHasLostTheConnection(String state) {
        assertThat(ConnectionLoss.is(new SQLException("gone", state))).isTrue();
    }

    @Test
    void whatNeverReachedTheServerIsALostConnection() {
        assertThat(ConnectionLoss.is(new SQLException("no connection available in time")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "53200", "58030", "57014", "42501", "23505", "XX001"})
    void whatTheServerRefusesIsAnAnswerAndNoLoss(String state) {
        assertThat(ConnectionLoss.is(new SQLException("refused", state))).isFalse();
    }
}
