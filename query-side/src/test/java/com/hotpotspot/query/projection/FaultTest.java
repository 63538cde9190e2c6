package com.hotpotspot.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.sale.SaleRecorded;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionSystemException;

class FaultTest {

    @ParameterizedTest
    @ValueSource(strings = {"22008", "22003", "22021", "23505", "23514", "21000", "54000"})
    void whatADatabaseCannotHoldIsTheEventsFault(String state) {
        assertThat(Fault.isOfTheEvent(refused(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"08006", "57P01", "53100", "53300", "58030", "40001", "40P01", "55P03", "42501", "42P01", "XX001"
            })
    void aDatabaseInTroubleIsNot(String state) {
        assertThat(Fault.isOfTheEvent(refused(state))).isFalse();
    }

    @Test
    void norIsAFailureThatNeverReachedTheDatabase() {
        assertThat(Fault.isOfTheEvent(new UncategorizedSQLException("task", null, new SQLException("no state"))))
                .isFalse();
        assertThat(Fault.isOfTheEvent(new DataAccessResourceFailureException("no connection")))
                .isFalse();
        assertThat(Fault.isOfTheEvent(new TransactionSystemException("cannot roll back")))
                .isFalse();
        assertThat(Fault.isOfTheEvent(
                        new IllegalStateException(new EventLogUnavailableException("away", new SQLException()))))
                .isFalse();
        assertThat(Fault.isOfTheEvent(new IllegalStateException(new OutOfMemoryError())))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource
    void whatCannotBeReckonedOrReadIsTheEventsFault(RuntimeException failure) {
        assertThat(Fault.isOfTheEvent(failure)).isTrue();
    }

    private static Stream<RuntimeException> whatCannotBeReckonedOrReadIsTheEventsFault() {
        return Stream.of(
                new ArithmeticException("long overflow"),
                new DateTimeException("year"),
                new NullPointerException(),
                InvalidValue.of("node", "has no valid id"));
    }

    @Test
    void nothingIsParkedByAThreadThatIsBeingStopped() {
        Thread.currentThread().interrupt();

        boolean ofTheEvent = Fault.isOfTheEvent(new ArithmeticException());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ofTheEvent).isFalse();
    }

    @Test
    void theReasonNamesWhatAndWhereAndRepeatsNothingOfTheEvent() {
        Fault invalid =
                Fault.of(7, "sale-1", SaleRecorded.class, InvalidValue.of("node", "has no valid id: Nino, 577 123456"));
        Fault refused = Fault.of(8, "sale-2", SaleRecorded.class, refused("23505"));

        assertThat(invalid.type()).isEqualTo("sale.recorded");
        assertThat(invalid.reason()).matches("InvalidValue \\(node\\) at [A-Za-z]+\\.java:[0-9]+");
        assertThat(refused.reason()).matches("the database refused it \\(SQLSTATE 23505\\) at FaultTest\\.java:[0-9]+");
    }

    private static RuntimeException refused(String state) {
        return new UncategorizedSQLException("task", null, new SQLException("Key (node)=(Nino) already exists", state));
    }
}
