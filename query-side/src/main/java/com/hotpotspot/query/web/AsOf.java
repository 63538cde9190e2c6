package com.hotpotspot.query.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Up to which position of the log an answer is true. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Schema(
        description = "Up to which position of the log the answer is true; -1 before the first event.",
        example = "4711")
public @interface AsOf {}
