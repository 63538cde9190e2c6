package com.hotpotspot.command.issuer;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import java.time.Instant;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Somebody who signed in on the page.
 *
 * @param credential the one that they signed in with, and whose end is the end of this sign-in
 * @param since when they did
 */
record Person(AccountId account, CredentialId credential, Instant since) implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return account.value();
    }
}
