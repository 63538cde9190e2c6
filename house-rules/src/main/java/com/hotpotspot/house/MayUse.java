package com.hotpotspot.house;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The packages of ours that a package may use, all of them; one that is not named here may not be used, and a package
 * without this uses none. {@link DeclaredUse} compares it with the classes.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface MayUse {

    /** Each without {@code com.hotpotspot.} before its name, such as {@code events.sale}. */
    String[] value();
}
