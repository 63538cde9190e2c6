package com.hotpotspot.query.stream;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A door that is asked for events: from where on, which, and for how long. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = "from",
        description = "The first position; 0 if left out.",
        example = "0",
        schema = @Schema(type = "integer"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "type",
        description = "Only these types of events; may be repeated, or hold commas.",
        example = "sale.recorded",
        array = @ArraySchema(schema = @Schema(ref = "EventType")))
@Parameter(
        in = ParameterIn.QUERY,
        name = "follow",
        description = "Whether to wait for what happens next.",
        example = "true",
        schema = @Schema(type = "boolean", defaultValue = "false"))
@Parameter(
        in = ParameterIn.HEADER,
        name = "Last-Event-ID",
        description = "Goes on behind this position, and wins over `from`.",
        example = "4711",
        schema = @Schema(type = "integer"))
@interface EventParameters {}
