package com.hotpotspot.events.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.events.InvalidValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessDaysTest {

    private static final BusinessDays DAYS = BusinessDays.of(
            List.of(set("03:00", "2026-12-10"), set("00:00", "2026-12-20"), set("06:00", "2026-12-25")));

    @ParameterizedTest
    @CsvSource({
        // Tbilisi is four hours ahead of UTC.
        "2026-12-09T19:59:59.999Z, 2026-12-09",
        "2026-12-09T22:59:59.999Z, 2026-12-09",
        "2026-12-09T23:00:00Z,     2026-12-10",
        "2026-12-10T22:30:00Z,     2026-12-10",
        "2026-12-19T19:59:59Z,     2026-12-19",
        "2026-12-19T20:00:00Z,     2026-12-20",
        "2026-12-25T01:59:59Z,     2026-12-24",
        "2026-12-25T02:00:00Z,     2026-12-25",
        "2020-01-01T20:00:00Z,     2020-01-02"
    })
    void whatIsSoldBeforeADayBeginsBelongsToTheDayBefore(Instant at, LocalDate day) {
        assertThat(DAYS.dayOf(at)).isEqualTo(day);
    }

    @Test
    void daysBeginAtMidnightUnlessSomethingElseIsSet() {
        assertThat(BusinessDays.FROM_MIDNIGHT.dayOf(Instant.parse("2026-12-09T20:00:00Z")))
                .isEqualTo(LocalDate.of(2026, 12, 10));
        assertThat(BusinessDays.FROM_MIDNIGHT.dayOf(Instant.parse("2026-12-09T19:59:59Z")))
                .isEqualTo(LocalDate.of(2026, 12, 9));
    }

    @Test
    void whatIsSetLastForADayCounts() {
        BusinessDays changed = DAYS.with(set("01:00", "2026-12-10"));

        assertThat(changed.dayOf(Instant.parse("2026-12-09T22:00:00Z"))).isEqualTo(LocalDate.of(2026, 12, 10));
        assertThat(changed.setFor(LocalDate.of(2026, 12, 10))).contains(new DayBegin("01:00"));
        assertThat(DAYS.dayOf(Instant.parse("2026-12-09T22:00:00Z"))).isEqualTo(LocalDate.of(2026, 12, 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"06:01", "23:00", "24:00", "2:30", "02:60", "02:30:00", "", "02:30\n"})
    void aDayBeginsBetweenMidnightAndSix(String text) {
        assertThatThrownBy(() -> new DayBegin(text))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("beginsAt");
    }

    /** Each day ends where the next one begins, whatever is set. */
    @Property
    void everyMomentBelongsToExactlyTheDayBetweenTwoBeginnings(
            @ForAll @IntRange(min = 0, max = 360) int minutes,
            @ForAll @IntRange(min = 0, max = 30) int after,
            @ForAll @LongRange(min = 0, max = 40L * 24 * 60) long at) {
        String time = LocalDate.EPOCH
                .atStartOfDay()
                .plusMinutes(minutes)
                .toLocalTime()
                .toString();
        BusinessDays days = DAYS.with(
                new BusinessDaySet(new DayBegin(time), LocalDate.of(2026, 12, 1).plusDays(after)));
        Instant moment = Instant.parse("2026-12-01T00:00:00Z").plus(at, ChronoUnit.MINUTES);

        LocalDate day = days.dayOf(moment);

        assertThat(moment).isAfterOrEqualTo(days.startOf(day)).isBefore(days.startOf(day.plusDays(1)));
    }

    /** Whatever was sold before a change could take effect stays where it was. */
    @Property
    void aChangeMovesNothingBeforeItsDayBeginsEitherWay(
            @ForAll @IntRange(min = 0, max = 360) int minutes,
            @ForAll @LongRange(min = 0, max = 20L * 24 * 60) long at) {
        String time = LocalDate.EPOCH
                .atStartOfDay()
                .plusMinutes(minutes)
                .toLocalTime()
                .toString();
        LocalDate from = LocalDate.of(2026, 12, 15);
        BusinessDays changed = DAYS.with(new BusinessDaySet(new DayBegin(time), from));
        Instant moment = Instant.parse("2026-12-01T00:00:00Z").plus(at, ChronoUnit.MINUTES);

        if (moment.isBefore(DAYS.startOf(from)) && moment.isBefore(changed.startOf(from))) {
            assertThat(changed.dayOf(moment)).isEqualTo(DAYS.dayOf(moment));
        }
    }

    private static BusinessDaySet set(String beginsAt, String from) {
        return new BusinessDaySet(new DayBegin(beginsAt), LocalDate.parse(from));
    }
}
