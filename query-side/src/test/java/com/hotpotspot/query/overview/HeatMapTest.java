package com.hotpotspot.query.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.query.trade.TradeReport.WeekHour;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatMapTest {

    @Test
    void everyWeekdayHasEveryHourBetweenTheFirstAndTheLastWithSales() {
        HeatMap map = HeatMap.of(List.of(new WeekHour(1, 12, 4, 400), new WeekHour(7, 14, 1, 100)), 0);

        assertThat(map.hours()).containsExactly(12, 13, 14);
        assertThat(map.rows()).extracting(HeatMap.Row::weekday).containsExactly(DayOfWeek.values());
        assertThat(map.rows().getFirst().cells())
                .containsExactly(new HeatMap.Cell(4, 400, 5), new HeatMap.Cell(0, 0, 0), new HeatMap.Cell(0, 0, 0));
        assertThat(map.rows().getLast().cells().getLast()).isEqualTo(new HeatMap.Cell(1, 100, 2));
    }

    @Test
    void hoursAfterMidnightComeLastWhereDaysBeginAtThree() {
        HeatMap map = HeatMap.of(List.of(new WeekHour(5, 1, 1, 10), new WeekHour(5, 23, 1, 10)), 3);

        assertThat(map.hours()).containsExactly(23, 0, 1);
    }

    @Test
    void aFreeMealIsASaleAllTheSame() {
        assertThat(HeatMap.of(List.of(new WeekHour(5, 13, 1, 0)), 0)
                        .rows()
                        .get(4)
                        .cells())
                .containsExactly(new HeatMap.Cell(1, 0, 1));
    }

    @Test
    void nothingSoldIsNoTable() {
        assertThat(HeatMap.of(List.of(), 0).rows()).isEmpty();
    }
}
