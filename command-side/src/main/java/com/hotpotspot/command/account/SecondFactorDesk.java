package com.hotpotspot.command.account;

import com.hotpotspot.command.credential.Asker;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.secondfactor.RecoveryCode;
import com.hotpotspot.command.secondfactor.SecondFactors;
import com.hotpotspot.command.secondfactor.TotpSecret;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Enrols second factors. What belongs to one is stored first, and the log makes it count. */
@Component
public class SecondFactorDesk {

    private final Commands commands;
    private final AccountRegistry accounts;
    private final SecondFactors factors;
    private final Clock clock;

    SecondFactorDesk(Commands commands, AccountRegistry accounts, SecondFactors factors, Clock clock) {
        this.commands = commands;
        this.accounts = accounts;
        this.factors = factors;
        this.clock = clock;
    }

    /**
     * Lets a person sign in with a second factor from now on, if their authenticator has it.
     *
     * @param asker of whom wrong codes are counted
     * @param code that the authenticator shows
     * @param inPlaceOf the one that they have and have proved to have; empty if they have none
     * @return the codes to recover with, which are shown once; empty if the code is wrong
     * @throws CommandRefused if the account was closed or has another second factor than that
     */
    public Optional<List<RecoveryCode>> enrol(
            AccountId account, Asker asker, TotpSecret secret, String code, Optional<CredentialId> inPlaceOf) {
        // Asked for here already, so that a form that is sent again and again leaves nothing behind.
        SecondFactorPolicies.isTheOne(accounts.find(account).map(RegisteredAccount::secondFactor), inPlaceOf)
                .orElseRefuse();
        CredentialId secondFactor = CredentialDesk.newId();
        Optional<List<RecoveryCode>> codes = factors.keep(secondFactor, asker, account, secret, code);
        if (codes.isPresent()) {
            EnrolSecondFactor command = new EnrolSecondFactor(account, secondFactor, inPlaceOf);
            commands.send(command, accounts.signingIn(command, clock.instant()));
        }
        return codes;
    }
}
