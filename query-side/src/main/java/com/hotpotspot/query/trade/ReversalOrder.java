package com.hotpotspot.query.trade;

import com.hotpotspot.query.web.Problem;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** In which order voids and refunds are listed. */
public enum ReversalOrder {
    NEWEST("position < :position", "position desc"),
    OLDEST("position > :position", "position"),
    LARGEST("(amount_tetri, position) < (:amount, :position)", "amount_tetri desc, position desc");

    private static final Pattern CURSOR = Pattern.compile("(0|[1-9][0-9]{0,17})(?:-(0|[1-9][0-9]{0,17}))?");

    private final String beyond;
    private final String columns;

    ReversalOrder(String beyond, String columns) {
        this.beyond = beyond;
        this.columns = columns;
    }

    /** @throws Problem if there is no such order */
    static ReversalOrder asked(@Nullable String name) {
        if (name == null) {
            return NEWEST;
        }
        return Stream.of(values())
                .filter(order -> order.parameter().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Problem.invalid("order", "must be one of " + all()).knownAs("no-order"));
    }

    private static String all() {
        return Stream.of(values()).map(ReversalOrder::parameter).collect(Collectors.joining(", "));
    }

    /** As addresses name it. Public because templates call it. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is left to list after a place. */
    String beyond() {
        return beyond;
    }

    String columns() {
        return columns;
    }

    /** Where the next page begins. */
    String cursor(Reversal last) {
        return this == LARGEST ? last.amountTetri() + "-" + last.position() : Long.toString(last.position());
    }

    /**
     * What a cursor says: a position, with the amount before it where that orders.
     *
     * @throws Problem if it is no cursor of this order
     */
    List<Long> place(String cursor) {
        Matcher parts = CURSOR.matcher(cursor);
        boolean fits = parts.matches() && (parts.group(2) != null) == (this == LARGEST);
        if (!fits) {
            throw Problem.invalid("after", "must be what `next` said in an answer in the same order")
                    .knownAs("no-cursor");
        }
        return this == LARGEST
                ? List.of(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)))
                : List.of(0L, Long.parseLong(parts.group(1)));
    }
}
