package com.hotpotspot.query.saledesk;

import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.sale.MeansOfPayment;
import com.hotpotspot.events.sale.Measure.Pieces;
import com.hotpotspot.events.sale.Measure.Weight;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.Takings;
import com.hotpotspot.events.sale.TokensMinted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one sale. Public methods are for its template.
 *
 * @param day the business day; null while the sale has not been entered in the lists yet
 * @param mint null if the log does not tell of it
 * @param check as it stands now; null if the sale left none
 * @param leftOut how many events there are between the first and the last that are shown
 */
record SaleView(
        SaleRecorded sale,
        Instant recordedAt,
        @Nullable LocalDate day,
        List<TakenBack> takenBack,
        @Nullable TokensMinted mint,
        @Nullable HeldCheck check,
        List<EventLine> events,
        int leftOut) {

    static SaleView of(SaleStory story, @Nullable LocalDate day, Instant now) {
        HeldCheck check = story.check();
        return new SaleView(
                story.recorded(),
                story.recordedAt(),
                day,
                story.takenBack(),
                story.mint(),
                check == null ? null : check.at(now),
                story.events(),
                story.leftOut());
    }

    public Standing state() {
        if (takenBack.stream().anyMatch(each -> each.as() == Standing.VOIDED)) {
            return Standing.VOIDED;
        }
        return takenBack.isEmpty() ? Standing.RECORDED : Standing.REFUNDED;
    }

    /** What was given back in all, in tetri. */
    public long refundedTetri() {
        return takenBack.stream()
                .filter(each -> each.as() == Standing.REFUNDED)
                .mapToLong(TakenBack::amountTetri)
                .reduce(0, Math::addExact);
    }

    public List<Line> lines() {
        return sale.items().stream().map(Line::of).toList();
    }

    /** What was taken off items and off the whole, in tetri. */
    public long discountTetri() {
        return Takings.discounts(sale).value();
    }

    /** The tax in the total; null where the till named no rate. */
    public @Nullable Long vatTetri() {
        return Takings.vat(sale).map(Tetri::value).orElse(null);
    }

    public long tipTetri() {
        return Takings.tip(sale).value();
    }

    /** What the total was paid with; what the till did not say is OTHER. */
    public List<Paid> paid() {
        return Arrays.stream(MeansOfPayment.values())
                .map(means -> new Paid(means, Takings.paidWith(means, sale).value()))
                .filter(paid -> paid.tetri() > 0)
                .toList();
    }

    /** Where the proof is that it is in the log. */
    public String proof() {
        return "/api/v1" + SaleLink.to(sale.node(), sale.number()) + "/proof";
    }

    /** A part of the total. */
    record Paid(MeansOfPayment means, long tetri) {}

    /**
     * A line of the receipt.
     *
     * @param pieces 0 where it is weighed
     * @param grams 0 where it is counted
     * @param priceTetri of a piece, or of a kilogram
     * @param discountTetri what is taken off this line
     * @param tetri what it comes to with that
     */
    record Line(SaleItem item, long pieces, long grams, long priceTetri, long discountTetri, long tetri) {

        private static Line of(SaleItem item) {
            Tetri discount = item.discountTetri();
            return new Line(
                    item,
                    item.pieces(),
                    item.grams(),
                    switch (item.measure()) {
                        case Pieces counted -> counted.unitPriceTetri().value();
                        case Weight weighed -> weighed.pricePerKgTetri().value();
                    },
                    discount == null ? 0 : discount.value(),
                    item.net().value());
        }
    }
}
