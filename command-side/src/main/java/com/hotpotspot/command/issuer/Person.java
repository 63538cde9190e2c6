package com.hotpotspot.command.issuer;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Somebody who signed in on the page.
 *
 * @param credential the one that they signed in with, and whose end is the end of this sign-in
 * @param since when they did
 */
record Person(AccountId account, CredentialId credential, Instant since) implements AuthenticatedPrincipal {

    /** Whoever is signed in where the request comes from. */
    static Optional<Person> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(Person.class::isInstance)
                .map(Person.class::cast);
    }

    @Override
    public String getName() {
        return account.value();
    }
}
