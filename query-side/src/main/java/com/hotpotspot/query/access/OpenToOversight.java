package com.hotpotspot.query.access;

import com.hotpotspot.access.Roles;
import com.hotpotspot.events.account.Role;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Open to those who run the network, and to those who look over their shoulders; they can read all of its events. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Roles({Role.ADMIN, Role.NETWORK_OWNER, Role.REGULATOR, Role.AUDITOR})
public @interface OpenToOversight {}
