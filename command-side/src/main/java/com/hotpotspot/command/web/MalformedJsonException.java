package com.hotpotspot.command.web;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** A body that is not JSON, or not the JSON it should be. Says where, and never repeats what was sent. */
public final class MalformedJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private MalformedJsonException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Puts what Jackson found into words of our own, since its own may quote the input. */
    public static MalformedJsonException of(@Nullable Throwable cause) {
        return new MalformedJsonException(describe(cause), cause);
    }

    static MalformedJsonException notUtf8() {
        return new MalformedJsonException("The body is not valid UTF-8.", null);
    }

    private static String describe(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown -> "Unknown member %s.".formatted(path(unknown));
            case InvalidFormatException time
            when time.getTargetType() == Instant.class && !time.getPath().isEmpty() ->
                "%s is not a time as RFC 3339 writes it, such as 2026-11-28T09:12:05Z.".formatted(path(time));
            case InvalidFormatException word
            when word.getTargetType().isEnum() && !word.getPath().isEmpty() ->
                "%s must be one of %s.".formatted(path(word), constants(word.getTargetType()));
            case MismatchedInputException mismatch
            when !mismatch.getPath().isEmpty() -> "%s does not have the type it must have.".formatted(path(mismatch));
            case MismatchedInputException mismatch -> "The body must be one JSON object of the documented form.";
            case StreamConstraintsException hostile ->
                "The JSON is nested too deeply or has a number or text too long.";
            case InputCoercionException beyond
            when !beyond.getPath().isEmpty() -> "%s is a number beyond its bounds.".formatted(path(beyond));
            case StreamReadException unreadable ->
                String.format(
                        Locale.ROOT,
                        "The body is not valid JSON at line %d, column %d.",
                        unreadable.getLocation().getLineNr(),
                        unreadable.getLocation().getColumnNr());
            case JacksonException other when !other.getPath().isEmpty() -> "%s cannot be read.".formatted(path(other));
            case null, default -> "The body cannot be read as JSON.";
        };
    }

    private static String constants(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    static String path(JacksonException exception) {
        return exception.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
