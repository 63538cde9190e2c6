package com.hotpotspot.query.sale;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A door that is asked for a {@linkplain SalesFile file of sales}, beside its period. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = "format",
        description = "`csv-2` tells discounts, tax, payments, tip and fiscal number, too; `csv` if left out.",
        example = "csv",
        schema = @Schema(allowableValues = {"csv", "csv-2"}))
@Parameter(
        in = ParameterIn.QUERY,
        name = "position",
        description = "Up to which position of the log the file speaks; all of it if left out.",
        example = "4711",
        schema = @Schema(type = "integer"))
@interface OfSalesFile {}
