package com.hotpotspot.openapi;

import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The simple schemas that others are made of. */
public final class Schemas {

    /** The largest integer that every reader of JSON knows exactly, 2^53-1. */
    private static final long MOST = 9_007_199_254_740_991L;

    private Schemas() {}

    public static Schema<Object> text() {
        return of("string");
    }

    /** @param form a regular expression for all of the text */
    public static Schema<Object> text(String form) {
        Schema<Object> schema = text();
        mustBeAll(schema, form);
        return schema;
    }

    /** All of a text has a form, where a pattern by itself may match any part of it. */
    static void mustBeAll(Schema<?> schema, String form) {
        schema.setPattern("^(?:" + form + ")$");
    }

    public static Schema<Object> text(Collection<String> values) {
        Schema<Object> schema = text();
        schema.setEnum(new ArrayList<>(values));
        return schema;
    }

    public static Schema<Object> formatted(String format) {
        Schema<Object> schema = text();
        schema.setFormat(format);
        return schema;
    }

    /** A date like 2026-01-31. */
    public static Schema<Object> day() {
        return formatted("date");
    }

    /** Whole and exact, from {@code least} on. */
    public static Schema<Object> integer(long least) {
        Schema<Object> schema = of("integer");
        schema.setFormat("int64");
        schema.setMinimum(BigDecimal.valueOf(least));
        schema.setMaximum(BigDecimal.valueOf(MOST));
        return schema;
    }

    public static Schema<Object> bool() {
        return of("boolean");
    }

    /**
     * What is always this. It is said in words: of {@code const} generators of clients make types that refuse the very
     * value (openapi-generator 7.25, Python and Java).
     */
    static Schema<Object> always(boolean value) {
        Schema<Object> schema = bool();
        schema.setDescription("Always `" + value + "` here.");
        return schema;
    }

    /** A text that is always missing, though its name is there; a type of null alone makes generators fail. */
    static Schema<Object> alwaysNull() {
        Schema<Object> schema = text();
        schema.setTypes(new LinkedHashSet<>(List.of("string", "null")));
        schema.setDescription("Always `null` here.");
        return schema;
    }

    /** As one of the two that a value may be. */
    static Schema<Object> nothing() {
        return of("null");
    }

    public static Schema<Object> of(String type) {
        Schema<Object> schema = new Schema<>(SpecVersion.V31);
        schema.setTypes(Set.of(type));
        return schema;
    }

    public static Schema<Object> reference(String component) {
        Schema<Object> schema = new Schema<>(SpecVersion.V31);
        schema.set$ref("#/components/schemas/" + component);
        return schema;
    }

    static Schema<Object> listOf(Schema<?> items) {
        Schema<Object> schema = of("array");
        schema.setItems(items);
        return schema;
    }

    /** An object whose members, all of them required, are added to it. */
    public static Schema<Object> object(String description) {
        Schema<Object> schema = of("object");
        schema.setDescription(description);
        return schema;
    }

    /**
     * Says what a value means.
     *
     * @param example as text; none if it is empty
     */
    public static Schema<Object> described(Schema<Object> form, String description, String example) {
        return Words.describe(form, description, example);
    }

    /** Adds a member that is always there. */
    public static void require(Schema<Object> object, String name, Schema<?> member) {
        object.addProperty(name, member);
        object.addRequiredItem(name);
    }
}
