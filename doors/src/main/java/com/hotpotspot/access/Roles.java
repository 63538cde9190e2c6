package com.hotpotspot.access;

import com.hotpotspot.events.account.Role;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may come through this door: whoever holds one of these roles. On a method it replaces what its class says. Roles
 * that many doors share get a name of their own, an annotation that bears this one.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Roles {

    /** The first of these that a caller holds is the one they act in, so that those without bounds come first. */
    Role[] value();
}
