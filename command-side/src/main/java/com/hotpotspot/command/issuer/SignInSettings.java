package com.hotpotspot.command.issuer;

import com.hotpotspot.events.account.Role;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What people need to sign in on the page. */
@ConfigurationProperties("hotpotspot.sign-in")
record SignInSettings(@DefaultValue SecondFactor secondFactor) {

    /** @param roles that nobody holds without having a second factor; whoever else wants one may have one */
    record SecondFactor(@DefaultValue Set<Role> roles) {

        SecondFactor {
            roles = Set.copyOf(roles);
        }
    }
}
