package com.hotpotspot.query.access;

import com.hotpotspot.access.Roles;
import com.hotpotspot.events.account.Role;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Open to those whose business is the whole network, and to analysts: whoever sees its totals. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Roles({
    Role.ADMIN,
    Role.NETWORK_OWNER,
    Role.REGULATOR,
    Role.AUDITOR,
    Role.COMPLIANCE_OFFICER,
    Role.COMPLIANCE_HEAD,
    Role.ANALYST
})
public @interface OpenToOfficeAndAnalysts {}
