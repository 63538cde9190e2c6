package com.hotpotspot.query.saledesk;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A door that is asked for {@linkplain Wanted sales}. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = "number",
        description = "The number of the sale, as its till gave it; each node may have one.",
        example = "4711")
@Parameter(
        in = ParameterIn.QUERY,
        name = "node",
        description = "The node that sold; all that the caller may see if left out.",
        example = "VAKE")
@Parameter(
        in = ParameterIn.QUERY,
        name = "from",
        description = "The first business day, from 2000-01-01 to 2100-01-01.",
        example = "2026-11-01",
        schema = @Schema(format = "date"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "to",
        description = "The last business day, from 2000-01-01 to 2100-01-01.",
        example = "2026-11-28",
        schema = @Schema(format = "date"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "totalTetri",
        description = "What the sale comes to, in tetri (1 GEL = 100 tetri).",
        example = "1250",
        schema = @Schema(type = "integer", minimum = "0"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "leastTetri",
        description = "What it comes to at least, in tetri.",
        example = "1000",
        schema = @Schema(type = "integer", minimum = "0"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "mostTetri",
        description = "What it comes to at most, in tetri.",
        example = "2000",
        schema = @Schema(type = "integer", minimum = "0"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "state",
        description = "What became of the sale: REFUNDED as soon as anything was given back.",
        example = "VOIDED",
        schema = @Schema(allowableValues = {"RECORDED", "VOIDED", "REFUNDED"}))
@Parameter(
        in = ParameterIn.QUERY,
        name = "sort",
        description = "By the time of sale or the total; LATEST if left out.",
        example = "LATEST",
        schema = @Schema(allowableValues = {"LATEST", "EARLIEST", "LARGEST", "SMALLEST"}))
@Parameter(
        in = ParameterIn.QUERY,
        name = "after",
        description = "The `next` of an earlier answer to the same question, to go on behind it.",
        example = "1250_1796116325000_4711")
@Parameter(
        in = ParameterIn.QUERY,
        name = "limit",
        description = "How many; 100 if left out, 500 at most.",
        example = "100",
        schema = @Schema(type = "integer", minimum = "1", maximum = "500"))
@interface OfWantedSales {}
