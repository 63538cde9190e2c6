package com.hotpotspot.openapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
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
        Constraints.bound(schema, type);
        return schema;
    }

    private Schema<Object> ofClass(Class<?> type, Direction direction) {
        return ValueSchemas.of(type).orElseGet(() -> {
            if (type.isRecord()) {
                return ofRecord(type, direction);
            }
            throw new IllegalArgumentException("there is no schema for " + type);
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
            Words.at(type).ifPresent(written -> Words.describe(schema, written));
        }
        return Schemas.reference(name);
    }

    private Map<String, Member> members(Class<?> type, Direction direction) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            AnnotatedType form = component.getAnnotatedType();
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                boolean always = !form.isAnnotationPresent(Nullable.class);
                Map<String, Member> itsOwn = members(component.getType(), direction);
                Optional.ofNullable(component.getAccessor().getAnnotation(JsonIgnoreProperties.class))
                        .ifPresent(ignored -> itsOwn.keySet().removeAll(List.of(ignored.value())));
                itsOwn.forEach(
                        (name, member) -> members.put(name, new Member(member.schema(), always && member.required())));
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
        boolean nullable = form.isAnnotationPresent(Nullable.class);
        boolean leftOut = switch (included(type, component)) {
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

    private record Member(Schema<Object> schema, boolean required) {}
}
