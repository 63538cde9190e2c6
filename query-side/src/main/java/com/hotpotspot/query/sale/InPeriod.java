package com.hotpotspot.query.sale;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A door that is asked about a {@linkplain RequestedPeriod period}. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = "from",
        description = "The first business day, from 2000-01-01 to 2100-01-01; the first with sales if left out.",
        example = "2026-11-01",
        schema = @Schema(format = "date"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "to",
        description = "The last business day, from 2000-01-01 to 2100-01-01; the last with sales if left out.",
        example = "2026-11-28",
        schema = @Schema(format = "date"))
public @interface InPeriod {}
