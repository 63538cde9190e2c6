package com.hotpotspot.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** This door takes one JSON document a line and answers each with a line ({@code application/x-ndjson}). */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Lines {

    /** The record that a line of the request is. */
    Class<?> request();

    /** The record that a line of the answer is. */
    Class<?> answer();
}
