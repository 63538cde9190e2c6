package com.hotpotspot.events.sale;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.money.Tetri;

/** How much of an item was sold, and what so much of it costs before any discount: counted or weighed. */
public sealed interface Measure {

    int MAX_QUANTITY = 100_000;
    int MAX_GRAMS = 1_000_000;

    Tetri amount();

    /**
     * Counted goods.
     *
     * @param quantity 1 to {@value Measure#MAX_QUANTITY}
     * @param unitPriceTetri of each
     */
    record Pieces(int quantity, Tetri unitPriceTetri) implements Measure {

        /** @throws InvalidValue if the quantity is out of range */
        public Pieces {
            InvalidValue.unless(
                    quantity >= 1 && quantity <= MAX_QUANTITY, "quantity", "must lie between 1 and %d", MAX_QUANTITY);
        }

        /** Quantity × unit price. */
        @Override
        public Tetri amount() {
            return unitPriceTetri.times(quantity);
        }
    }

    /**
     * Weighed goods.
     *
     * @param grams 1 to {@value Measure#MAX_GRAMS}
     * @param pricePerKgTetri of 1,000 g
     * @param amount grams × price ÷ 1,000, as it was rounded to whole tetri when it was sold: the log holds what was
     *     asked for, so that nobody has to know by which rule
     */
    record Weight(int grams, Tetri pricePerKgTetri, Tetri amount) implements Measure {

        private static final long GRAMS_PER_KG = 1_000;

        /** @throws InvalidValue if the weight is out of range, or the amount no rounding of what it costs */
        public Weight {
            InvalidValue.unless(
                    grams >= 1 && grams <= MAX_GRAMS, "weightGrams", "must lie between 1 and %d", MAX_GRAMS);
            long off = Math.subtractExact(
                    Math.multiplyExact(amount.value(), GRAMS_PER_KG),
                    pricePerKgTetri.times(grams).value());
            InvalidValue.unless(
                    Math.abs(off) <= GRAMS_PER_KG / 2,
                    "amountTetri",
                    "must be the price of the weight, rounded to the nearest tetri");
        }

        /** What a weight costs, rounded half up. */
        public static Weight of(int grams, Tetri pricePerKgTetri) {
            long thousandths = pricePerKgTetri.times(grams).value();
            return new Weight(
                    grams, pricePerKgTetri, Tetri.of(Math.addExact(thousandths, GRAMS_PER_KG / 2) / GRAMS_PER_KG));
        }
    }
}
