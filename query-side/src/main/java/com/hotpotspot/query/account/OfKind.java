package com.hotpotspot.query.account;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A door that can be asked for accounts of one kind. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = OfKind.KIND,
        description = "Only those of programs (CLIENT) or of people (PERSON); all if left out.",
        example = "PERSON",
        schema = @Schema(type = "string"))
@interface OfKind {

    /** The name of the parameter. */
    String KIND = "kind";
}
