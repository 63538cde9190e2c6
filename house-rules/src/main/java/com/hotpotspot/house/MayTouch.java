package com.hotpotspot.house;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The techniques that a package may touch, all of them; a package without this touches none. {@link DeclaredUse}
 * compares it with the classes.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface MayTouch {

    Technique[] value();
}
