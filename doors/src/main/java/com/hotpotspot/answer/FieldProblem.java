package com.hotpotspot.answer;

import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is wrong with one field or parameter. In the order of fields, the elements of a list by their numbers, so that
 * the same document is refused with the same words each time.
 *
 * @param field its path as the client wrote it, for example {@code items[2].quantity}
 * @param message a sentence that names it
 */
public record FieldProblem(String field, String message) implements Comparable<FieldProblem> {

    private static final Pattern INDEX = Pattern.compile("(?<=\\[)\\d{1,9}(?=])");

    private static final Comparator<FieldProblem> ORDER =
            Comparator.comparing(FieldProblem::sortable).thenComparing(FieldProblem::message);

    /** @param reason reads on after the field's name, without a full stop: {@code must not be null} */
    public static FieldProblem of(String field, String reason) {
        return new FieldProblem(field, field + ' ' + reason + '.');
    }

    @Override
    public int compareTo(FieldProblem other) {
        return ORDER.compare(this, other);
    }

    /** The path with indices of one length, so that {@code items[2]} comes before {@code items[10]}. */
    private String sortable() {
        return INDEX.matcher(field)
                .replaceAll(index -> String.format(Locale.ROOT, "%09d", Integer.parseInt(index.group())));
    }
}
