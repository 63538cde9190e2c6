package com.hotpotspot.query.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.layout.Figures;
import com.hotpotspot.query.sale.Period;
import com.hotpotspot.query.trade.SlotRevenue;
import com.hotpotspot.query.trade.Step;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevenueChartTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 30);
    private static final Period FOUR_DAYS = new Period(FIRST, FIRST.plusDays(3));
    private static final Figures ENGLISH = Figures.in(Locale.UK);

    @Test
    void daysWithoutSalesAreThereWithNothing() {
        RevenueChart chart = RevenueChart.of(
                FOUR_DAYS, Step.DAY, List.of(revenue("VAKE", 0, 100), revenue("VAKE", 3, 50), revenue("GORI", 1, 7)));

        assertThat(chart.slots())
                .hasSize(4)
                .startsWith(FIRST.atStartOfDay())
                .endsWith(FIRST.plusDays(3).atStartOfDay());
        assertThat(chart.series())
                .containsExactly(
                        new RevenueChart.Series("GORI", List.of(0L, 7L, 0L, 0L)),
                        new RevenueChart.Series("VAKE", List.of(100L, 0L, 0L, 50L)));
    }

    @Test
    void smallNodesOfALargeNetworkShareTheLastSeries() {
        List<SlotRevenue> revenue = IntStream.rangeClosed(1, 14)
                .mapToObj(number -> revenue(String.format(Locale.ROOT, "NODE-%02d", number), 0, 100 * number))
                .toList();

        RevenueChart chart = RevenueChart.of(FOUR_DAYS, Step.DAY, revenue);

        assertThat(chart.series()).hasSize(10);
        assertThat(chart.series().getLast()).isEqualTo(new RevenueChart.Series("", List.of(1_500L, 0L, 0L, 0L)));
    }

    @Test
    void aDayIsDrawnFromItsFirstHourWithSalesToItsLastAlsoBeyondMidnight() {
        RevenueChart chart = RevenueChart.of(
                new Period(FIRST, FIRST),
                Step.HOUR,
                List.of(
                        new SlotRevenue(new NodeId("VAKE"), FIRST.atTime(22, 0), 5),
                        new SlotRevenue(new NodeId("VAKE"), FIRST.plusDays(1).atTime(1, 0), 7)));

        assertThat(IntStream.range(0, 4).mapToObj(slot -> chart.label(slot, ENGLISH)))
                .containsExactly("22:00", "23:00", "00:00", "01:00");
        assertThat(chart.name(0, ENGLISH)).isEqualTo("22:00–23:00");
        assertThat(chart.series()).containsExactly(new RevenueChart.Series("VAKE", List.of(5L, 0L, 0L, 7L)));
    }

    @Test
    void aDayWithoutSalesHasNoHoursToDraw() {
        assertThat(RevenueChart.of(new Period(FIRST, FIRST), Step.HOUR, List.of())
                        .slots())
                .isEmpty();
    }

    @Test
    void weeksAreNamedByTheirDaysWithinThePeriod() {
        Period period = new Period(LocalDate.of(2026, 1, 15), LocalDate.of(2026, 1, 28));
        RevenueChart chart = RevenueChart.of(
                period,
                Step.WEEK,
                List.of(new SlotRevenue(new NodeId("VAKE"), LocalDateTime.of(2026, 1, 12, 0, 0), 5)));

        assertThat(IntStream.range(0, 3).mapToObj(slot -> chart.name(slot, ENGLISH)))
                .containsExactly("15 Jan 2026 – 18 Jan 2026", "19 Jan 2026 – 25 Jan 2026", "26 Jan 2026 – 28 Jan 2026");
        assertThat(chart.series()).containsExactly(new RevenueChart.Series("VAKE", List.of(5L, 0L, 0L)));
    }

    @ParameterizedTest
    @CsvSource({"1, HOUR", "2, DAY", "62, DAY", "63, WEEK", "430, WEEK", "431, MONTH", "3700, MONTH"})
    void theLongerAPeriodTheLargerTheParts(int days, Step step) {
        assertThat(Step.of(new Period(FIRST, FIRST.plusDays(days - 1L)))).isEqualTo(step);
    }

    private static SlotRevenue revenue(String node, int day, long tetri) {
        return new SlotRevenue(new NodeId(node), FIRST.plusDays(day).atStartOfDay(), tetri);
    }
}
