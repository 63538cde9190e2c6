package com.hotpotspot.openapi;

import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.Optional;

/** The bounds that constraints set. */
final class Constraints {

    private Constraints() {}

    /** What the constraints on a member say. */
    static void bound(Schema<Object> schema, AnnotatedElement member) {
        given(member, Pattern.class).ifPresent(pattern -> Schemas.mustBeAll(schema, pattern.regexp()));
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
}
