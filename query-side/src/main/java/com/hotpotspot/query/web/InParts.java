package com.hotpotspot.query.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A door to a list by ids, of which it tells a part at a time. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = InParts.AFTER,
        description = "The last id of the part before, as that part's `next` says it; the first part if left out.",
        example = "VAKE",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = InParts.LIMIT,
        description = "How many; 100 if left out, 1000 at most.",
        example = "100",
        schema = @Schema(type = "integer", minimum = "1"))
public @interface InParts {

    /** The name of the parameter with the last id of the part before. */
    String AFTER = "after";

    /** The name of the parameter that says how many. */
    String LIMIT = "limit";

    /** How many there are in a part if nobody says. */
    int USUAL = 100;

    /** How many there are in a part at most. */
    int MOST = 1_000;
}
