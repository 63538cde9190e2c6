package com.hotpotspot.query.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A door whose answer can {@linkplain Writes wait} until it speaks up to a position that the asker knows. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = AtLeast.NAME,
        description =
                "The position of what was just recorded: the answer waits up to two seconds until it speaks up to there, unless others wait already.",
        example = "4711",
        schema = @Schema(type = "integer"))
@ProjectionCode.Refused({ProjectionCode.POSITION_NOT_REACHED, ProjectionCode.PROJECTION_FILLING})
public @interface AtLeast {

    /** The name of the parameter. */
    String NAME = "atLeast";
}
