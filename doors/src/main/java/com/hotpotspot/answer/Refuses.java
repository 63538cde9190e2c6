package com.hotpotspot.answer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the annotation by which the doors of a side list what they refuse with the codes of one feature. It has a
 * {@code value()} of these codes; an annotation cannot have one for the codes of all features.
 */
@Documented
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {}
