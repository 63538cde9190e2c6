package com.hotpotspot.standalone.drill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * How often a drill is repeated, and with which dice: {@code -Ddrill.rounds=50 -Ddrill.seed=4711}, and with
 * {@code -Ddrill.failures=KILLED.*} only some of the failures. The same seed deals the same failures at the same sales;
 * what the processes make of it is up to them.
 */
final class Rounds {

    private static final long SEED = Long.getLong("drill.seed", System.nanoTime() % 1_000_000);

    private Rounds() {}

    /**
     * One round.
     *
     * @param number counted from 1
     */
    record Round<F>(int number, F failure, Random dice) {

        /** Says what came of it; the counts are of all rounds so far. */
        void report(Receipts receipts) {
            System.out.printf(
                    Locale.ROOT,
                    "drill: round %d, %s: %d sales acknowledged so far, %d of them again, %d sent away%n",
                    number,
                    failure,
                    receipts.count(),
                    receipts.replayedCount(),
                    receipts.sentAwayCount());
        }

        /** A number from {@code least} up to {@code most}, thrown anew each time. */
        int between(int least, int most) {
            return dice.nextInt(least, most + 1);
        }
    }

    /** Deals the failures out, each as often as the others but for one, in an order that nobody knows beforehand. */
    static <F> Stream<DynamicTest> of(int byDefault, List<F> all, Drill<F> drill) {
        int rounds = Integer.getInteger("drill.rounds", byDefault);
        List<F> failures = all.stream()
                .filter(failure -> String.valueOf(failure).matches(System.getProperty("drill.failures", ".*")))
                .toList();
        if (failures.isEmpty()) {
            return Stream.empty();
        }
        System.out.printf(Locale.ROOT, "drill: %d rounds of %s with -Ddrill.seed=%d%n", rounds, failures, SEED);
        Random dealer = new Random(SEED);
        List<F> dealt = new ArrayList<>();
        while (dealt.size() < rounds) {
            List<F> hand = new ArrayList<>(failures);
            Collections.shuffle(hand, dealer);
            dealt.addAll(hand.subList(0, Math.min(hand.size(), rounds - dealt.size())));
        }
        return IntStream.range(0, rounds).mapToObj(i -> {
            Round<F> round = new Round<>(i + 1, dealt.get(i), new Random(SEED + i));
            return DynamicTest.dynamicTest(
                    String.format(Locale.ROOT, "round %d of %d: %s (seed %d)", i + 1, rounds, dealt.get(i), SEED),
                    () -> drill.run(round));
        });
    }

    /** What is done in each round. */
    interface Drill<F> {
        void run(Round<F> round) throws Exception;
    }
}
