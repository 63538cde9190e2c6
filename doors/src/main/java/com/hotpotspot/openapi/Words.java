package com.hotpotspot.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What is written about a member, a parameter or an answer with swagger's annotations. */
final class Words {

    private Words() {}

    /** What is written at a place, or at an annotation of ours that stands there for it. */
    static Optional<io.swagger.v3.oas.annotations.media.Schema> at(AnnotatedElement place) {
        return Stream.concat(
                        Stream.ofNullable(place.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class)),
                        Stream.of(place.getAnnotations())
                                .map(Annotation::annotationType)
                                .flatMap(type -> Stream.ofNullable(
                                        type.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class))))
                .findFirst();
    }

    /** Adds to the form of a value what it means and an example of it. */
    static Schema<Object> describe(Schema<Object> form, String description, String example) {
        if (!description.isEmpty()) {
            form.setDescription(description);
        }
        if (!example.isEmpty() && form.get$ref() == null) {
            form.setExamples(List.of(valueOf(form, example)));
        }
        return form;
    }

    /** The same with what is written. */
    static Schema<Object> describe(Schema<Object> form, io.swagger.v3.oas.annotations.media.Schema written) {
        return describe(form, written.description(), written.example());
    }

    /** The form of a value of which nothing but what is written is known; text if that says nothing else. */
    static Schema<Object> form(io.swagger.v3.oas.annotations.media.Schema written) {
        if (!written.ref().isEmpty()) {
            return Schemas.reference(written.ref());
        }
        Schema<Object> form = Schemas.of(written.type().isEmpty() ? "string" : written.type());
        if (written.type().equals("integer")) {
            form = Schemas.integer(written.minimum().isEmpty() ? 0 : Long.parseLong(written.minimum()));
        }
        if (!written.maximum().isEmpty()) {
            form.setMaximum(new BigDecimal(written.maximum()));
        }
        if (!written.format().isEmpty()) {
            form.setFormat(written.format());
        }
        if (!written.pattern().isEmpty()) {
            Schemas.mustBeAll(form, written.pattern());
        }
        if (written.allowableValues().length > 0) {
            form.setEnum(List.of((Object[]) written.allowableValues()));
        }
        if (!written.defaultValue().isEmpty()) {
            form.setDefault(valueOf(form, written.defaultValue()));
        }
        return describe(form, written);
    }

    /** As it is in JSON. Annotations have nothing but text. */
    static Object valueOf(Schema<?> form, String text) {
        Set<String> types = form.getTypes() == null ? Set.of() : form.getTypes();
        if (types.contains("integer")) {
            return Long.valueOf(text);
        }
        if (types.contains("boolean")) {
            return Boolean.valueOf(text);
        }
        if (types.contains("object")) {
            return JsonMapper.shared().readValue(text, Map.class);
        }
        return types.contains("array") ? items(form, text) : text;
    }

    private static List<Object> items(Schema<?> list, String text) {
        return Pattern.compile("|", Pattern.LITERAL)
                .splitAsStream(text)
                .map(item -> valueOf(list.getItems(), item))
                .toList();
    }
}
