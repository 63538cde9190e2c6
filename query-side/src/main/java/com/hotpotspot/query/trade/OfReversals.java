package com.hotpotspot.query.trade;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A door that lists {@linkplain AskedReversals voids and refunds}. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = "kind",
        description = "Voids or refunds only.",
        example = "void",
        schema = @Schema(allowableValues = {"void", "refund"}))
@Parameter(
        in = ParameterIn.QUERY,
        name = "order",
        description = "By position, or by amount; newest first if left out.",
        example = "largest",
        schema = @Schema(allowableValues = {"newest", "oldest", "largest"}))
@Parameter(
        in = ParameterIn.QUERY,
        name = "after",
        description = "Where the page begins: `next` of the answer before, in the same order.",
        example = "4711",
        schema = @Schema(pattern = "(0|[1-9][0-9]{0,17})(-(0|[1-9][0-9]{0,17}))?"))
@interface OfReversals {}
