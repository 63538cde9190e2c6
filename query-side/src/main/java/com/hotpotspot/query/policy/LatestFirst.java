package com.hotpotspot.query.policy;

import com.hotpotspot.query.web.InParts;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A door to versions, of which it tells a part at a time, the last first. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = LatestFirst.BELOW,
        description = "Only versions below this number, counted from 1; from the last on if left out.",
        example = "4",
        schema = @Schema(type = "integer", minimum = "1"))
@Parameter(
        in = ParameterIn.QUERY,
        name = InParts.LIMIT,
        description = "How many; 100 if left out, 1000 at most.",
        example = "100",
        schema = @Schema(type = "integer", minimum = "1"))
@interface LatestFirst {

    /** The name of the parameter with the lowest version of the part before. */
    String BELOW = "below";
}
