package com.hotpotspot.events.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An amount of tokens, never negative. 1 token = 100 units.
 *
 * @param value whole units, 0 to 2^53-1
 */
public record Units(@JsonValue long value) implements Comparable<Units> {

    public static final Units ZERO = new Units(0);

    /** @throws ArithmeticException if the value is negative or beyond 2^53-1 */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Units {
        ExactRange.check(value, "units");
    }

    public static Units of(long value) {
        return new Units(value);
    }

    public Units plus(Units other) {
        return new Units(Math.addExact(value, other.value));
    }

    public Units minus(Units other) {
        return new Units(Math.subtractExact(value, other.value));
    }

    /** The given percent of this amount, floored. */
    public Units percent(int percent) {
        return new Units(Math.multiplyExact(value, (long) percent) / 100);
    }

    /** The part of this amount that {@code share} is of {@code whole}, floored. */
    public Units part(long share, long whole) {
        return new Units(Math.multiplyExact(value, share) / whole);
    }

    public boolean isZero() {
        return value == 0;
    }

    @Override
    public int compareTo(Units other) {
        return Long.compare(value, other.value);
    }
}
