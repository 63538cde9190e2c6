package com.hotpotspot.events.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An amount of money, never negative. 1 GEL = 100 tetri.
 *
 * @param value whole tetri, 0 to 2^53-1
 */
public record Tetri(@JsonValue long value) implements Comparable<Tetri> {

    public static final Tetri ZERO = new Tetri(0);

    /** @throws ArithmeticException if the value is negative or beyond 2^53-1 */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Tetri {
        ExactRange.check(value, "tetri");
    }

    public static Tetri of(long value) {
        return new Tetri(value);
    }

    public Tetri plus(Tetri other) {
        return new Tetri(Math.addExact(value, other.value));
    }

    /** @throws ArithmeticException if {@code other} is more */
    public Tetri minus(Tetri other) {
        return new Tetri(Math.subtractExact(value, other.value));
    }

    public Tetri times(long factor) {
        return new Tetri(Math.multiplyExact(value, factor));
    }

    @Override
    public int compareTo(Tetri other) {
        return Long.compare(value, other.value);
    }
}
