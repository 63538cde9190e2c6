package com.hotpotspot.events.account;

import com.hotpotspot.events.Event;

/** What happens to one account, in its own stream. Secrets are named by id and never held. */
public sealed interface AccountEvent extends Event
        permits AccountCreated,
                SignInNameGiven,
                RoleGranted,
                RoleRevoked,
                CredentialProposed,
                CredentialIssued,
                CredentialRevoked,
                SecondFactorEnrolled,
                SecondFactorRemovalProposed,
                SecondFactorRemoved,
                AccountClosed {

    AccountId account();
}
