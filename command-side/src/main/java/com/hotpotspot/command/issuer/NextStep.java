package com.hotpotspot.command.issuer;

import com.hotpotspot.access.Identity;
import com.hotpotspot.command.account.AccountRegistry;
import com.hotpotspot.command.account.RegisteredAccount;
import com.hotpotspot.command.issuer.Steps.Step;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialKind;
import com.hotpotspot.events.account.Role;
import java.time.Clock;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What somebody is to do who has shown a right secret, before they are signed in on the pages. */
@Component
@IfBuiltIn
class NextStep {

    private final AccountRegistry accounts;
    private final Set<Role> withSecondFactor;
    private final Clock clock;

    NextStep(AccountRegistry accounts, SignInSettings settings, Clock clock) {
        this.accounts = accounts;
        this.withSecondFactor = settings.secondFactor().roles();
        this.clock = clock;
    }

    /** Empty if there is nothing left to do. */
    Optional<Step> after(Proof proof) {
        if (proof.kind() == CredentialKind.ONE_TIME) {
            return Optional.of(Step.CHOOSE_PASSWORD);
        }
        if (secondFactorOf(proof).isPresent()) {
            return Optional.of(Step.ENTER_CODE);
        }
        return accounts.identify(proof.account(), clock.instant())
                .map(Identity::grants)
                .filter(grants -> !Collections.disjoint(grants.keySet(), withSecondFactor))
                .map(grants -> Step.ENROL);
    }

    /** The one that the account has now. */
    Optional<CredentialId> secondFactorOf(Proof proof) {
        return accounts.find(proof.account()).map(RegisteredAccount::secondFactor);
    }

    /** Whether what was proved still counts. */
    boolean counts(Proof proof) {
        return accounts.identify(proof.account(), proof.credential(), clock.instant())
                .isPresent();
    }
}
