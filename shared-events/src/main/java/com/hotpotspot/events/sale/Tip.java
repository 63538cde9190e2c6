package com.hotpotspot.events.sale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.money.Tetri;

/**
 * What a buyer left on top of the total. A type of its own, so that nobody adds it to revenue by mistake: it is none,
 * and mints nothing.
 *
 * @param amount 1 to {@value #MAX_TETRI} tetri
 */
public record Tip(@JsonValue Tetri amount) {

    public static final long MAX_TETRI = SaleRecorded.HIGHEST_TOTAL_TETRI;

    /** @throws InvalidValue if the amount is out of range */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Tip {
        InvalidValue.unless(
                amount.value() >= 1 && amount.value() <= MAX_TETRI, "tipTetri", "must lie between 1 and %d", MAX_TETRI);
    }
}
