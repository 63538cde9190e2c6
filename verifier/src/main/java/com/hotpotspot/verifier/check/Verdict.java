package com.hotpotspot.verifier.check;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a check has found.
 *
 * @param sentences what was checked and what failed, for people; free of control characters
 */
public record Verdict(Outcome outcome, List<String> sentences) {

    /** How a check ended, and the exit code for it. */
    public enum Outcome {
        /** All that was asked for holds. */
        VALID(0),
        /** Something does not hold. */
        INVALID(1),
        /** Nothing can be said: a file is missing, or is not what it should be. */
        UNUSABLE(2);

        private final int exitCode;

        Outcome(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    public Verdict {
        // Origins and names of keys come from files that anybody may have written.
        sentences = sentences.stream().map(Verdict::printable).toList();
    }

    /** Nothing can be said, and why. */
    public static Verdict unusable(UnusableException reason) {
        return new Verdict(Outcome.UNUSABLE, List.of(reason.getMessage()));
    }

    private static String printable(String sentence) {
        return sentence.codePoints()
                .map(point ->
                        Character.isISOControl(point) || Character.getType(point) == Character.FORMAT ? '?' : point)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** The outcome on a line of its own, then the sentences, one on each line. */
    @Override
    public String toString() {
        return sentences.stream().collect(Collectors.joining("\n", outcome + "\n", "\n"));
    }
}
