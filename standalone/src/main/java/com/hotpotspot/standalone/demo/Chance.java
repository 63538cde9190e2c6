package com.hotpotspot.standalone.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

/** Chance that comes out the same every time. {@link Random}'s numbers are laid down in its contract, for good. */
final class Chance {

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** The lower of two throws, so that few are likelier than many. */
    int ratherFew(int least, int most) {
        return Math.min(between(least, most), between(least, most));
    }

    /** One of {@code choices}, each as likely as its weight. */
    <T> T pick(List<T> choices, ToIntFunction<T> weight) {
        int left = random.nextInt(choices.stream().mapToInt(weight).sum());
        for (T choice : choices) {
            left -= weight.applyAsInt(choice);
            if (left < 0) {
                return choice;
            }
        }
        throw new IllegalStateException("the weights changed while they were added up");
    }

    /** {@code count} different ones of {@code choices}, in the order in which they came up. */
    <T> List<T> pickDifferent(int count, List<T> choices, ToIntFunction<T> weight) {
        List<T> left = new ArrayList<>(choices);
        List<T> picked = new ArrayList<>();
        while (picked.size() < count) {
            T next = pick(left, weight);
            left.remove(next);
            picked.add(next);
        }
        return picked;
    }
}
