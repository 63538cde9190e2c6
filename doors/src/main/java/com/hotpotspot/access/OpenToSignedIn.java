package com.hotpotspot.access;

import com.hotpotspot.events.account.Role;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Open to everybody who has signed in, whatever they may do besides. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Roles({
    Role.ADMIN,
    Role.NETWORK_OWNER,
    Role.COMPLIANCE_OFFICER,
    Role.COMPLIANCE_HEAD,
    Role.REGULATOR,
    Role.AUDITOR,
    Role.ANALYST,
    Role.FRANCHISEE,
    Role.POS_TERMINAL,
    Role.CUSTOMER
})
public @interface OpenToSignedIn {}
