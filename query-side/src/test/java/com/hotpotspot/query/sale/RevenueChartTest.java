package com.hotpotspot.query.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.network.NodeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RevenueChartTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 30);
    private static final Period FOUR_DAYS = new Period(FIRST, FIRST.plusDays(3));

    @Test
    void daysWithoutSalesAreThereWithNothing() {
        RevenueChart chart = RevenueChart.of(
                FOUR_DAYS, List.of(revenue("VAKE", 0, 100), revenue("VAKE", 3, 50), revenue("GORI", 1, 7)));

        assertThat(chart.days()).hasSize(4).startsWith(FIRST).endsWith(FIRST.plusDays(3));
        assertThat(chart.series())
                .containsExactly(
                        new RevenueChart.Series("GORI", List.of(0L, 7L, 0L, 0L)),
                        new RevenueChart.Series("VAKE", List.of(100L, 0L, 0L, 50L)));
    }

    @Test
    void smallNodesOfALargeNetworkShareTheLastSeries() {
        List<NodeDayRevenue> revenue = IntStream.rangeClosed(1, 14)
                .mapToObj(number -> revenue(String.format(Locale.ROOT, "NODE-%02d", number), 0, 100 * number))
                .toList();

        RevenueChart chart = RevenueChart.of(FOUR_DAYS, revenue);

        assertThat(chart.series()).hasSize(10);
        assertThat(chart.series().getLast()).isEqualTo(new RevenueChart.Series("", List.of(1_500L, 0L, 0L, 0L)));
    }

    private static NodeDayRevenue revenue(String node, int day, long tetri) {
        return new NodeDayRevenue(new NodeId(node), FIRST.plusDays(day), tetri);
    }
}
