package com.hotpotspot.events.sale;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.money.Tetri;

/**
 * A part of a sale's total, and what it was paid with.
 *
 * @param amountTetri at least 1; a tip is not in it
 */
public record Payment(MeansOfPayment means, Tetri amountTetri) {

    /** @throws InvalidValue if nothing was paid */
    public Payment {
        InvalidValue.unless(amountTetri.value() >= 1, "amountTetri", "must be at least 1");
    }
}
