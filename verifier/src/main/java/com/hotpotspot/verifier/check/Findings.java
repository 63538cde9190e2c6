package com.hotpotspot.verifier.check;

import com.hotpotspot.verifier.check.Verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Gathers what a check finds. What is wrong outweighs what could not be checked. */
final class Findings {

    /** A log of which every line is wrong need not be told line by line. */
    private static final int MOST_FAILURES = 20;

    private final List<String> failures = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();
    private Outcome outcome = Outcome.VALID;
    private long untold;

    void holds(String sentence) {
        facts.add(sentence);
    }

    void fails(String sentence) {
        outcome = Outcome.INVALID;
        add(sentence);
    }

    void cannotBeChecked(String sentence) {
        if (outcome == Outcome.VALID) {
            outcome = Outcome.UNUSABLE;
        }
        add(sentence);
    }

    boolean isValid() {
        return outcome == Outcome.VALID;
    }

    Verdict verdict() {
        List<String> sentences = new ArrayList<>(failures);
        if (untold > 0) {
            sentences.add("There are %s more failures like these.".formatted(number(untold)));
        }
        sentences.addAll(facts);
        return new Verdict(outcome, sentences);
    }

    private void add(String sentence) {
        if (failures.size() < MOST_FAILURES) {
            failures.add(sentence);
        } else {
            untold++;
        }
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
