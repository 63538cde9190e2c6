package com.hotpotspot.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an event is called in the log. Every record that is an event says it of itself. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventName {

    /** {@code feature.past-tense}; unique, and never changed once written. */
    String value();

    /** The revision of the payload, counted from "1". A later one than the first has a step that leads to it. */
    String revision() default "1";
}
