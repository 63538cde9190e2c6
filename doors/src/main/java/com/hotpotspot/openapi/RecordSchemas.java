package com.hotpotspot.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of our records as JSON, read off the records themselves: a value record is the plain text or number that it
 * is on the wire, and a member is required unless the record says that it may be missing.
 */
final class RecordSchemas {

    private final SortedMap<String, Schema<Object>> components = new TreeMap<>();

    /** Whether a document is written or read by us, which differ in what {@code null} means. */
    private enum Direction {
        IN,
        OUT
    }

    /** What clients send. */
    Schema<Object> in(Type type) {
        return ofType(type, Direction.IN);
    }

    /** What we answer. */
    Schema<Object> out(Type type) {
        return ofType(type, Direction.OUT);
    }

    /** The schemas that those handed out refer to, by name. */
    SortedMap<String, Schema<Object>> components() {
        return components;
    }

    /** The name of a component that is written by hand or made of others. */
    Schema<Object> named(String name, Schema<Object> schema) {
        components.put(name, schema);
        return Schemas.reference(name);
    }

    /** A record's name for clients: {@code AccountDocuments.Created} is {@code AccountCreated}. */
    static String nameOf(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        String own = type.getSimpleName().replaceFirst("(?<=.)Document$", "");
        String prefix = outer == null ? "" : outer.getSimpleName().replaceFirst("(Endpoint|Door|Documents?)$", "");
        return prefix.endsWith(own) ? prefix : prefix + own;
    }

    private Schema<Object> ofType(Type type, Direction direction) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return Schemas.listOf(ofType(list.getActualTypeArguments()[0], direction));
        }
        if (type instanceof Class<?> known) {
            return ofClass(known, direction);
        }
        throw new IllegalArgumentException("there is no schema for " + type);
    }

    private Schema<Object> ofAnnotated(AnnotatedType type, Direction direction) {
        Schema<Object> schema = type instanceof AnnotatedParameterizedType list
                        && ((ParameterizedType) list.getType()).getRawType() == List.class
                ? Schemas.listOf(ofAnnotated(list.getAnnotatedActualTypeArguments()[0], direction))
                : ofType(type.getType(), direction);
        bound(schema, type);
        return schema;
    }

    private Schema<Object> ofClass(Class<?> type, Direction direction) {
        if (type == String.class) {
            return Schemas.text();
        }
        if (type == boolean.class || type == Boolean.class) {
            return Schemas.bool();
        }
        if (type == int.class || type == Integer.class) {
            return number("int32");
        }
        if (type == long.class || type == Long.class) {
            return number("int64");
        }
        if (type == Instant.class) {
            return Schemas.formatted("date-time");
        }
        if (type == LocalDate.class) {
            return Schemas.day();
        }
        if (type == URI.class) {
            return Schemas.formatted("uri");
        }
        if (type == byte[].class) {
            Schema<Object> bytes = Schemas.text();
            bytes.setContentEncoding("base64");
            return bytes;
        }
        if (type.isEnum()) {
            return Schemas.text(
                    Stream.of(type.getEnumConstants()).map(Object::toString).toList());
        }
        if (type.isRecord()) {
            return valueOf(type).map(value -> ofValue(type, value)).orElseGet(() -> ofRecord(type, direction));
        }
        throw new IllegalArgumentException("there is no schema for " + type);
    }

    private static Schema<Object> number(String format) {
        Schema<Object> schema = Schemas.of("integer");
        schema.setFormat(format);
        return schema;
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

    private Schema<Object> ofRecord(Class<?> type, Direction direction) {
        String name = nameOf(type);
        if (!components.containsKey(name)) {
            Schema<Object> schema = Schemas.of("object");
            components.put(name, schema);
            members(type, direction).forEach((member, form) -> {
                schema.addProperty(member, form.schema());
                if (form.required()) {
                    schema.addRequiredItem(member);
                }
            });
            if (direction == Direction.IN) {
                schema.setAdditionalProperties(false);
            }
        }
        return Schemas.reference(name);
    }

    private Map<String, Member> members(Class<?> type, Direction direction) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            AnnotatedType form = component.getAnnotatedType();
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                boolean always = !form.isAnnotationPresent(Nullable.class);
                members(component.getType(), direction)
                        .forEach((name, member) ->
                                members.put(name, new Member(member.schema(), always && member.required())));
            } else {
                members.put(component.getName(), member(type, component, direction));
            }
        }
        return members;
    }

    private Member member(Class<?> type, RecordComponent component, Direction direction) {
        Member member = form(type, component, direction);
        Words.at(component.getAccessor())
                .ifPresentOrElse(
                        written -> Words.describe(member.schema(), written),
                        () -> Vocabulary.of(component.getName())
                                .ifPresent(
                                        word -> Words.describe(member.schema(), word.description(), word.example())));
        return member;
    }

    private Member form(Class<?> type, RecordComponent component, Direction direction) {
        AnnotatedType form = component.getAnnotatedType();
        Schema<Object> schema = ofAnnotated(form, direction);
        if (component.getType() == long.class && component.getName().matches("(?i).*(tetri|units)")) {
            schema = Schemas.integer(0);
        }
        if (direction == Direction.IN) {
            boolean required = !form.isAnnotationPresent(Nullable.class)
                    || form.isAnnotationPresent(NotNull.class)
                    || form.isAnnotationPresent(NotBlank.class);
            return new Member(required ? schema : orNull(schema), required);
        }
        JsonInclude.Include included = included(type, component);
        boolean nullable = form.isAnnotationPresent(Nullable.class);
        boolean leftOut = switch (included) {
            case NON_NULL -> nullable;
            case NON_EMPTY -> nullable || component.getType() == List.class;
            default -> false;
        };
        return new Member(nullable && !leftOut ? orNull(schema) : schema, !leftOut);
    }

    private static JsonInclude.Include included(Class<?> type, RecordComponent component) {
        return Stream.<AnnotatedElement>of(component.getAccessor(), type)
                .flatMap(place -> Stream.ofNullable(place.getAnnotation(JsonInclude.class)))
                .map(JsonInclude::value)
                .findFirst()
                .orElse(JsonInclude.Include.ALWAYS);
    }

    private static Schema<Object> orNull(Schema<Object> schema) {
        if (schema.get$ref() != null) {
            Schema<Object> either = new Schema<>(SpecVersion.V31);
            either.addAnyOfItem(schema);
            either.addAnyOfItem(Schemas.nothing());
            return either;
        }
        if (schema.getEnum() != null) {
            schema.addEnumItemObject(null);
        }
        Set<String> types = new LinkedHashSet<>(schema.getTypes());
        types.add("null");
        schema.setTypes(types);
        return schema;
    }

    /** What the constraints on a member say. */
    private static void bound(Schema<Object> schema, AnnotatedElement member) {
        given(member, Pattern.class).ifPresent(pattern -> schema.setPattern("^(?:" + pattern.regexp() + ")$"));
        given(member, NotBlank.class).ifPresent(blank -> schema.setMinLength(1));
        given(member, Min.class).ifPresent(min -> schema.setMinimum(BigDecimal.valueOf(min.value())));
        given(member, Max.class).ifPresent(max -> schema.setMaximum(BigDecimal.valueOf(max.value())));
        given(member, Size.class).ifPresent(size -> {
            boolean list = schema.getItems() != null;
            if (size.min() > 0) {
                if (list) {
                    schema.setMinItems(size.min());
                } else {
                    schema.setMinLength(size.min());
                }
            }
            if (list) {
                schema.setMaxItems(size.max());
            } else {
                schema.setMaxLength(size.max());
            }
        });
    }

    private static <A extends Annotation> Optional<A> given(AnnotatedElement member, Class<A> constraint) {
        return Optional.ofNullable(member.getAnnotation(constraint));
    }

    private record Member(Schema<Object> schema, boolean required) {}
}
