package com.hotpotspot.command.web;

import com.hotpotspot.answer.FieldProblem;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A list has more elements than it may have; it was not read any further. */
public final class ListTooLongException extends MismatchedInputException {

    private static final long serialVersionUID = 1L;

    private final int most;

    ListTooLongException(JsonParser parser, int most) {
        super(parser, "a list is too long");
        this.most = most;
    }

    /** What to tell whoever sent it. */
    public FieldProblem problem() {
        return FieldProblem.of(MalformedJsonException.path(this), "must have at most " + most + " elements");
    }
}
