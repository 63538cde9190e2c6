package com.hotpotspot.answer;

/**
 * What is wrong with one field or parameter.
 *
 * @param field its path as the client wrote it, for example {@code items[2].quantity}
 * @param message a sentence that names it
 */
public record FieldProblem(String field, String message) {

    /** @param reason reads on after the field's name, without a full stop: {@code must not be null} */
    public static FieldProblem of(String field, String reason) {
        return new FieldProblem(field, field + ' ' + reason + '.');
    }
}
