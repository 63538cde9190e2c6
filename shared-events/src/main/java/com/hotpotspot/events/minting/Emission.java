package com.hotpotspot.events.minting;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.policy.EmissionKind;

/**
 * How many units a sale mints.
 *
 * @param units a sale, or a GEL of its total; 1 to {@value #MAX_UNITS}
 */
public record Emission(EmissionKind kind, Units units) {

    public static final long MAX_UNITS = 1_000_000;
    private static final long TETRI_PER_GEL = 100;

    /** @throws InvalidValue if the units are out of range */
    public Emission {
        InvalidValue.unless(
                units.value() >= 1 && units.value() <= MAX_UNITS,
                "emissionUnits",
                "must lie between 1 and %d",
                MAX_UNITS);
    }

    /** What a sale of this total mints. By the GEL it is floored on the whole total, and may be nothing. */
    public Units on(Tetri total) {
        return switch (kind) {
            case FLAT -> units;
            case PER_GEL -> Units.of(Math.multiplyExact(total.value(), units.value()) / TETRI_PER_GEL);
        };
    }
}
