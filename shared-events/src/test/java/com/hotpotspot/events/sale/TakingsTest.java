package com.hotpotspot.events.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.Measure.Weight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a total is made up and how it divides. */
class TakingsTest {

    private static final VatRate STANDARD = new VatRate(180);

    @ParameterizedTest
    @CsvSource({"335,3199,1072", "1,500,1", "1,499,0", "1,1500,2", "1000,3199,3199", "999,1000,999", "250,2,1", "1,0,0"
    })
    void aWeightCostsItsPartOfTheKilogramRoundedHalfUp(int grams, long pricePerKg, long amount) {
        assertThat(Weight.of(grams, Tetri.of(pricePerKg)).amount()).isEqualTo(Tetri.of(amount));
    }

    @Property
    void roundingIsNeverOffByMoreThanHalfATetri(
            @ForAll @IntRange(min = 1, max = Measure.MAX_GRAMS) int grams,
            @ForAll @LongRange(min = 0, max = 10_000_000) long pricePerKg) {
        long amount = Weight.of(grams, Tetri.of(pricePerKg)).amount().value();

        assertThat(amount * 1_000 - grams * pricePerKg).isBetween(-499L, 500L);
    }

    @Test
    void anAmountThatIsNoRoundingOfItsWeightIsRefused() {
        assertThatThrownBy(() -> new Weight(335, Tetri.of(3199), Tetri.of(1073)))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("amountTetri ");
    }

    @ParameterizedTest
    @CsvSource({"1180,180,180", "1000,180,153", "100,0,0", "0,180,0", "3,1000,2", "1,1000,1"})
    void taxIsTakenOutOfAPriceThatIncludesIt(long amount, int rate, long tax) {
        assertThat(new VatRate(rate).includedIn(Tetri.of(amount))).isEqualTo(Tetri.of(tax));
    }

    @Test
    void aDiscountOnTheWholeIsBorneByAllItemsInProportion() {
        SaleRecorded sale = sale(Tetri.of(100), item(1_000, 0, STANDARD), item(500, 0, null), item(500, 500, null));

        assertThat(Takings.byItem(sale)).containsExactly(Tetri.of(934), Tetri.of(466), Tetri.ZERO);
        assertThat(Takings.discounts(sale)).isEqualTo(Tetri.of(600));
    }

    @Property(tries = 500)
    void whatItemsBringInAddsUpToTheTotal(@ForAll long seed) {
        Random dice = new Random(seed);
        List<SaleItem> items = new ArrayList<>();
        for (int i = 0; i <= dice.nextInt(20); i++) {
            long amount = dice.nextLong(100_000);
            items.add(item(amount, dice.nextLong(amount + 1), dice.nextBoolean() ? STANDARD : null));
        }
        long whole = items.stream().mapToLong(item -> item.net().value()).sum();
        SaleRecorded sale = sale(Tetri.of(dice.nextLong(whole + 1)), items.toArray(SaleItem[]::new));

        assertThat(Takings.byItem(sale).stream().reduce(Tetri.ZERO, Tetri::plus))
                .isEqualTo(sale.totalTetri());
    }

    @Test
    void taxIsReckonedByRateFromWhatItsItemsBroughtIn() {
        VatRate reduced = new VatRate(50);
        SaleRecorded sale = sale(
                Tetri.ZERO, item(590, 0, STANDARD), item(700, 110, STANDARD), item(105, 0, reduced), item(99, 0, null));

        assertThat(Takings.byVatRate(sale))
                .containsExactly(Map.entry(reduced, Tetri.of(105)), Map.entry(STANDARD, Tetri.of(1_180)));
        assertThat(Takings.vat(sale)).contains(Tetri.of(185));
    }

    @Test
    void whereNoRateIsNamedNothingIsSaidOfTax() {
        assertThat(Takings.vat(sale(Tetri.ZERO, item(100, 0, null)))).isEmpty();
        assertThat(Takings.vat(sale(Tetri.ZERO, item(100, 0, new VatRate(0))))).contains(Tetri.ZERO);
    }

    @Test
    void whatIsNotNamedWasPaidWithSomethingElse() {
        SaleRecorded unnamed = sale(Tetri.ZERO, item(900, 0, null));
        SaleRecorded named = paid(
                unnamed,
                new Payment(MeansOfPayment.CARD, Tetri.of(300)),
                new Payment(MeansOfPayment.CASH, Tetri.of(500)),
                new Payment(MeansOfPayment.CARD, Tetri.of(100)));

        assertThat(Takings.paidWith(MeansOfPayment.OTHER, unnamed)).isEqualTo(Tetri.of(900));
        assertThat(Takings.paidWith(MeansOfPayment.CASH, unnamed)).isEqualTo(Tetri.ZERO);
        assertThat(Takings.paidWith(MeansOfPayment.CARD, named)).isEqualTo(Tetri.of(400));
        assertThat(Takings.paidWith(MeansOfPayment.OTHER, named)).isEqualTo(Tetri.ZERO);
    }

    private static SaleItem item(long amount, long discount, @Nullable VatRate vat) {
        return new SaleItem("X", "Anything", "Test", new Measure.Pieces(1, Tetri.of(amount)), Tetri.of(discount), vat);
    }

    private static SaleRecorded sale(Tetri discount, SaleItem... items) {
        Tetri whole = List.of(items).stream().map(SaleItem::net).reduce(Tetri.ZERO, Tetri::plus);
        return sale(List.of(items), discount, whole.minus(discount), null);
    }

    private static SaleRecorded paid(SaleRecorded sale, Payment... payments) {
        return sale(sale.items(), Tetri.ZERO, sale.totalTetri(), List.of(payments));
    }

    private static SaleRecorded sale(
            List<SaleItem> items, Tetri discount, Tetri total, @Nullable List<Payment> payments) {
        NodeId node = new NodeId("VAKE");
        SaleNumber number = new SaleNumber("1");
        return new SaleRecorded(
                SaleId.of(node, number),
                node,
                number,
                new TerminalId("TILL-1"),
                Instant.parse("2026-11-22T09:12:05.123Z"),
                items,
                discount,
                total,
                payments,
                null,
                null,
                null,
                null,
                SaleOrigin.TILL);
    }
}
