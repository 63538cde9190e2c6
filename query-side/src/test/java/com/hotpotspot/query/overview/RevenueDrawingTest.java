package com.hotpotspot.query.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.query.layout.Figures;
import com.hotpotspot.query.overview.RevenueDrawing.Bar;
import com.hotpotspot.query.overview.RevenueDrawing.Line;
import com.hotpotspot.query.sale.Period;
import com.hotpotspot.query.trade.Step;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevenueDrawingTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 30);
    private static final Figures ENGLISH = Figures.in(Locale.UK);

    @Test
    void barsOfASlotStandOnEachOther() {
        RevenueDrawing drawing = drawing(2, series("GORI", 2_500, 0), series("VAKE", 7_500, 10_000));

        assertThat(drawing.slots().getFirst().bars())
                .containsExactly(
                        new Bar(0, "21.00%", "75.00%", "8.00%", "25.00%"),
                        new Bar(1, "21.00%", "0.00%", "8.00%", "75.00%"));
        assertThat(drawing.slots().getLast().bars()).containsExactly(new Bar(1, "71.00%", "0.00%", "8.00%", "100.00%"));
    }

    @Test
    void theLargestAmountsAreDrawnAsAllOthersAre() {
        RevenueDrawing drawing = drawing(1, series("VAKE", 4_000_000_000_000_000_000L));

        assertThat(drawing.slots().getFirst().bars())
                .containsExactly(new Bar(0, "46.00%", "0.00%", "8.00%", "100.00%"));
        assertThat(drawing.lines()).extracting(Line::y).containsExactly("0.00%", "25.00%", "50.00%", "75.00%");
    }

    @Test
    void whereNothingWasTakenNothingStands() {
        RevenueDrawing drawing = drawing(3, series("VAKE", 100, 0, -100));

        assertThat(drawing.slots()).extracting(slot -> slot.bars().size()).containsExactly(1, 0, 0);
        assertThat(drawing.isEmpty()).isFalse();
        assertThat(drawing(3, series("VAKE", 0, 0, 0)).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 1",
        "500, 5 4 3 2 1",
        "501, 6 4 2",
        "1000, 10 8 6 4 2",
        "1001, 15 10 5",
        "15921790, '200,000 150,000 100,000 50,000'",
        "9000000000000, '100,000,000,000 80,000,000,000 60,000,000,000 40,000,000,000 20,000,000,000'"
    })
    void theScaleHasAtMostFiveLinesOfRoundAmounts(long tetri, String amounts) {
        assertThat(drawing(1, series("VAKE", tetri)).lines())
                .extracting(Line::amount)
                .containsExactly(amounts.split(" "));
    }

    @Test
    void slotsCoverTheWidthAndNoMoreLabelsAreWrittenThanThereIsRoomFor() {
        RevenueDrawing drawing = drawing(62, new RevenueChart.Series("VAKE", Collections.nCopies(62, 100L)));

        assertThat(drawing.slots().getFirst().x()).isEqualTo("0.00%");
        assertThat(drawing.slots().getLast().x()).isEqualTo("98.38%");
        assertThat(drawing.slots().getLast().width()).isEqualTo("1.62%");
        assertThat(drawing.slots().stream().map(RevenueDrawing.Slot::label).filter(Objects::nonNull))
                .hasSize(8)
                .extracting(RevenueDrawing.Label::anchor)
                .startsWith("start", "middle");
    }

    @Test
    void aSlotTellsWhatItsNodesTookAndAllTogether() {
        assertThat(drawing(1, series("GORI", 2_500), series("VAKE", 0), series("", 50))
                        .slots()
                        .getFirst()
                        .told())
                .isEqualTo("Fri, 30 Jan 2026: ₾25.50\nGORI: ₾25.00\nOther nodes: ₾0.50");
        assertThat(drawing(1, series("GORI", 2_500)).slots().getFirst().told()).isEqualTo("Fri, 30 Jan 2026: ₾25.00");
    }

    @Test
    void seriesAreNamedWhereThereAreSeveral() {
        assertThat(drawing(1, series("GORI", 1), series("", 1)).names()).containsExactly("GORI", "Other nodes");
        assertThat(drawing(1, series("GORI", 1)).names()).isEmpty();
    }

    private static RevenueChart.Series series(String node, long... tetri) {
        return new RevenueChart.Series(node, LongStream.of(tetri).boxed().toList());
    }

    private static RevenueDrawing drawing(int days, RevenueChart.Series... series) {
        List<LocalDateTime> slots = Stream.iterate(FIRST, day -> day.plusDays(1))
                .limit(days)
                .map(LocalDate::atStartOfDay)
                .toList();
        Period period = new Period(FIRST, FIRST.plusDays(days - 1L));
        return RevenueDrawing.of(new RevenueChart(period, Step.DAY, slots, List.of(series)), ENGLISH, "Other nodes");
    }
}
