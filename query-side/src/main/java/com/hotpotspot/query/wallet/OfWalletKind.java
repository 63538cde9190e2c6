package com.hotpotspot.query.wallet;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A door that can be asked for wallets of one kind. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = OfWalletKind.KIND,
        description = "Only those of this kind: MASTER, FRANCHISE, CUSTOMER, CHARITY or RESERVE; all if left out.",
        example = "CUSTOMER",
        schema = @Schema(type = "string"))
@interface OfWalletKind {

    /** The name of the parameter. */
    String KIND = "kind";
}
