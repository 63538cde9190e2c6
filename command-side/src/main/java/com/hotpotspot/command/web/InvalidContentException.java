package com.hotpotspot.command.web;

import java.util.List;
import java.util.Locale;

/** A document that can be read but whose content breaks rules that hold for every such document. */
public final class InvalidContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> fields;

    public InvalidContentException(List<FieldProblem> fields) {
        super(summary(fields));
        this.fields = List.copyOf(fields);
    }

    /** One entry for each broken rule. */
    public List<FieldProblem> fields() {
        return fields;
    }

    private static String summary(List<FieldProblem> fields) {
        if (fields.isEmpty()) {
            return "The content is not valid.";
        }
        FieldProblem first = fields.getFirst();
        String more = fields.size() > 1 ? String.format(Locale.ROOT, " (and %d more)", fields.size() - 1) : "";
        return "%s %s%s.".formatted(first.field(), first.message(), more);
    }
}
