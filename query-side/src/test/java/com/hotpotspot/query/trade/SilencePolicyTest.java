package com.hotpotspot.query.trade;

import static com.hotpotspot.query.trade.SilencePolicy.FOUR_WEEKS;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.BusinessDays;
import com.hotpotspot.events.network.DayBegin;
import com.hotpotspot.query.trade.SilencePolicy.UsualHour;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thursday 15 January 2026; one in the afternoon in Tbilisi is 09:00 UTC. */
class SilencePolicyTest {

    /** From one to three in the afternoon. */
    private static final Set<UsualHour> AT_LUNCH = Set.of(new UsualHour(THURSDAY, 13), new UsualHour(THURSDAY, 14));

    @Test
    void anHourIsUsualThatSoldOnHalfOfTheSameWeekdaysOfFourWeeks() {
        assertThat(FOUR_WEEKS.days()).isEqualTo(28);
        assertThat(FOUR_WEEKS.daysThatMakeItUsual()).isEqualTo(2);
    }

    @Test
    void aNodeIsSilentOnceAWholeUsualHourHasPassedWithoutASale() {
        Instant lastSale = Instant.parse("2026-01-15T08:59:00Z");

        assertThat(silentSince(lastSale, "2026-01-15T09:59:59Z")).isEmpty();
        assertThat(silentSince(lastSale, "2026-01-15T10:00:00Z")).contains(lastSale);
    }

    @Test
    void anHourThatSoldAtItsBeginningWasNotWhollyWithoutASale() {
        Instant lastSale = Instant.parse("2026-01-15T09:00:00Z");

        assertThat(silentSince(lastSale, "2026-01-15T10:59:59Z")).isEmpty();
        assertThat(silentSince(lastSale, "2026-01-15T11:00:00Z")).contains(lastSale);
    }

    @Test
    void itStaysSilentUntilItSellsAgain() {
        Instant lastSale = Instant.parse("2026-01-15T08:59:00Z");

        assertThat(silentSince(lastSale, "2026-01-16T05:00:00Z")).contains(lastSale);
        assertThat(silentSince(Instant.parse("2026-01-16T04:59:00Z"), "2026-01-16T05:00:00Z"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-15T08:59:59Z", "2026-01-15T05:00:00Z"})
    void nothingIsMissedBeforeItUsuallySells(String now) {
        assertThat(silentSince(Instant.parse("2026-01-14T15:00:00Z"), now)).isEmpty();
    }

    @Test
    void aNodeWithoutUsualHoursIsNeverSilent() {
        assertThat(FOUR_WEEKS.silentSince(
                        Instant.parse("2026-01-15T05:00:00Z"),
                        Set.of(),
                        BusinessDays.FROM_MIDNIGHT,
                        Instant.parse("2026-01-16T05:00:00Z")))
                .isEmpty();
    }

    @Test
    void hoursAfterMidnightAreThoseOfTheBusinessDayBefore() {
        BusinessDays fromThree =
                BusinessDays.of(List.of(new BusinessDaySet(new DayBegin("03:00"), LocalDate.of(2026, 1, 1))));
        Instant lastSale = Instant.parse("2026-01-14T19:30:00Z");

        assertThat(FOUR_WEEKS.silentSince(
                        lastSale,
                        Set.of(new UsualHour(WEDNESDAY, 1)),
                        fromThree,
                        Instant.parse("2026-01-14T22:00:00Z")))
                .contains(lastSale);
        assertThat(FOUR_WEEKS.silentSince(
                        lastSale, Set.of(new UsualHour(THURSDAY, 1)), fromThree, Instant.parse("2026-01-14T22:00:00Z")))
                .isEmpty();
    }

    private static Optional<Instant> silentSince(Instant lastSale, String now) {
        return FOUR_WEEKS.silentSince(lastSale, AT_LUNCH, BusinessDays.FROM_MIDNIGHT, Instant.parse(now));
    }
}
