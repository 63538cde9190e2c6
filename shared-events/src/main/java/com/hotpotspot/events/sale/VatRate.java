package com.hotpotspot.events.sale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.money.Tetri;

/**
 * A rate of value-added tax that is included in a price.
 *
 * @param perMille of the price without the tax, 0 to {@value #MAX_PER_MILLE}; 180 is 18 %
 */
public record VatRate(@JsonValue int perMille) implements Comparable<VatRate> {

    public static final int MAX_PER_MILLE = 1_000;

    /** @throws InvalidValue if the rate is out of range */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VatRate {
        InvalidValue.unless(
                perMille >= 0 && perMille <= MAX_PER_MILLE, "vatPerMille", "must lie between 0 and %d", MAX_PER_MILLE);
    }

    /** The tax in an amount that includes it, rounded half up: amount × rate ÷ (1,000 + rate). */
    public Tetri includedIn(Tetri amount) {
        long whole = 1_000L + perMille;
        long parts = Math.multiplyExact(amount.value(), (long) perMille);
        return Tetri.of(parts / whole + (2 * (parts % whole) >= whole ? 1 : 0));
    }

    @Override
    public int compareTo(VatRate other) {
        return Integer.compare(perMille, other.perMille);
    }
}
