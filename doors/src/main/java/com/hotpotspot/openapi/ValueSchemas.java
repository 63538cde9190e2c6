package com.hotpotspot.openapi;

import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.answer.StoredJson;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The forms of what is one text, number or truth value on the wire: plain types, constants and value records. */
final class ValueSchemas {

    private static final Map<Class<?>, Supplier<Schema<Object>>> PLAIN = Map.ofEntries(
            Map.entry(String.class, Schemas::text),
            Map.entry(boolean.class, Schemas::bool),
            Map.entry(Boolean.class, Schemas::bool),
            Map.entry(int.class, () -> number("int32")),
            Map.entry(Integer.class, () -> number("int32")),
            Map.entry(long.class, () -> number("int64")),
            Map.entry(Long.class, () -> number("int64")),
            Map.entry(Instant.class, () -> Schemas.formatted("date-time")),
            Map.entry(LocalDate.class, Schemas::day),
            Map.entry(URI.class, () -> Schemas.formatted("uri")),
            Map.entry(byte[].class, ValueSchemas::bytes),
            Map.entry(StoredJson.class, () -> Schemas.of("object")));

    private ValueSchemas() {}

    /** That of a type, each time a new one; empty if it has members on the wire. */
    static Optional<Schema<Object>> of(Class<?> type) {
        Supplier<Schema<Object>> plain = PLAIN.get(type);
        if (plain != null) {
            return Optional.of(plain.get());
        }
        if (type.isEnum()) {
            return Optional.of(Schemas.text(
                    Stream.of(type.getEnumConstants()).map(Object::toString).toList()));
        }
        return type.isRecord() ? valueOf(type).map(value -> ofValue(type, value)) : Optional.empty();
    }

    private static Schema<Object> number(String format) {
        Schema<Object> schema = Schemas.of("integer");
        schema.setFormat(format);
        return schema;
    }

    private static Schema<Object> bytes() {
        Schema<Object> bytes = Schemas.text();
        bytes.setContentEncoding("base64");
        return bytes;
    }

    /** What a record is on the wire, if it is one value there. */
    private static Optional<RecordComponent> valueOf(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(JsonValue.class))
                .findFirst();
    }

    /** Ids publish their form, names how long they may be; amounts are never negative. */
    private static Schema<Object> ofValue(Class<?> type, RecordComponent value) {
        if (value.getType() == long.class) {
            return Schemas.integer(0);
        }
        Schema<Object> schema =
                constant(type, "FORM").map(form -> Schemas.text((String) form)).orElseGet(Schemas::text);
        constant(type, "MAX_LENGTH").ifPresent(most -> {
            schema.setMinLength(1);
            schema.setMaxLength((Integer) most);
        });
        return schema;
    }

    private static Optional<Object> constant(Class<?> type, String name) {
        return Stream.of(type.getFields())
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .map(field -> {
                    try {
                        return field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException("a public constant", e);
                    }
                });
    }
}
