package com.hotpotspot.command.web;

import com.hotpotspot.answer.FieldProblem;
import java.util.List;

/** A document that can be read but whose content breaks rules that hold for every such document. */
public final class InvalidContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** How many fields are told; who has more to mend will ask again. */
    private static final int MOST_TOLD = 20;

    private final transient List<FieldProblem> fields;

    /** @param fields one entry for each broken rule, in any order: validation finds them in none */
    public InvalidContentException(List<FieldProblem> fields) {
        this(fields.stream().sorted().toList(), fields.size());
    }

    private InvalidContentException(List<FieldProblem> sorted, int all) {
        super(summary(sorted));
        this.fields = sorted.subList(0, Math.min(all, MOST_TOLD));
    }

    /** One entry for each broken rule, of the first few, in their order. */
    public List<FieldProblem> fields() {
        return fields;
    }

    private static String summary(List<FieldProblem> fields) {
        if (fields.isEmpty()) {
            return "The content is not valid.";
        }
        String first = fields.getFirst().message();
        return fields.size() == 1 ? first : first + " " + (fields.size() - 1) + " more are not valid.";
    }
}
