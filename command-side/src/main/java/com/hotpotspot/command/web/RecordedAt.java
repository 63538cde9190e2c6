package com.hotpotspot.command.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where in the log the last event of a command is. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Schema(
        description = "The position in the log of the command's last event. It may be missing where the answer repeats"
                + " an earlier one, and where the engine of the log does not tell.",
        example = "4711")
public @interface RecordedAt {}
