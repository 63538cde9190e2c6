package com.hotpotspot.query.relay;

import com.hotpotspot.query.layout.Figures;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is the matter with one member. Public methods are for templates.
 *
 * @param kind the end of the key of what is said about it
 * @param bounds the numbers that go with that, smallest first
 * @param inTetri whether they are amounts
 * @param sentence of the command side, in English, where that says more
 */
public record Mistake(
        String kind,
        List<Long> bounds,
        boolean inTetri,
        @Nullable String sentence) {

    private static final int LONGEST = 4000;

    /** The rules that every door has in these words, by Jakarta Validation, and what pages say instead. */
    private static final List<Rule> RULES = List.of(
            new Rule("missing", "must not be (?:null|blank|empty)"),
            new Rule("size", "size must be between (\\d{1,18}) and (\\d{1,18})"),
            new Rule("least", "must be greater than or equal to (\\d{1,18})"),
            new Rule("most", "must be less than or equal to (\\d{1,18})"),
            new Rule("form", "must match \"[^\"]*\""));

    /** @param kind what it was to be, in small letters */
    static Mistake unread(String kind) {
        return new Mistake(kind, List.of(), false, null);
    }

    /** What the command side did not accept. */
    static Mistake said(String sentence) {
        return RULES.stream()
                .flatMap(rule -> rule.in(sentence))
                .findFirst()
                .orElseGet(() -> new Mistake(
                        "refused", List.of(), false, sentence.substring(0, Math.min(sentence.length(), LONGEST))));
    }

    /** The same about an amount that people enter in lari. */
    Mistake aboutLari() {
        return new Mistake(kind, bounds, true, sentence);
    }

    /** A bound as people read it; empty where there are fewer. */
    public String bound(int index, Figures figures) {
        if (index >= bounds.size()) {
            return "";
        }
        return inTetri ? figures.money(bounds.get(index)) : figures.count(bounds.get(index));
    }

    private record Rule(String kind, Pattern sentence) {

        Rule(String kind, String sentence) {
            this(kind, Pattern.compile(sentence + "\\.?$"));
        }

        Stream<Mistake> in(String said) {
            Matcher found = sentence.matcher(said);
            return found.find()
                    ? Stream.of(new Mistake(
                            kind,
                            IntStream.rangeClosed(1, found.groupCount())
                                    .mapToObj(group -> Long.parseLong(found.group(group)))
                                    .toList(),
                            false,
                            null))
                    : Stream.empty();
        }
    }
}
