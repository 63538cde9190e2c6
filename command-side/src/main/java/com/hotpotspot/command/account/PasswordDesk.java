package com.hotpotspot.command.account;

import com.hotpotspot.command.credential.Credentials;
import com.hotpotspot.command.credential.Password;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.dispatch.Turns;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Takes the passwords that people choose. The hash is stored first and the log makes it count, in the one append that
 * ends what it was chosen with: of two people who choose with one secret at once, one has chosen.
 */
@Component
public class PasswordDesk {

    private final Commands commands;
    private final Turns turns;
    private final AccountRegistry accounts;
    private final Credentials credentials;
    private final Clock clock;

    PasswordDesk(Commands commands, Turns turns, AccountRegistry accounts, Credentials credentials, Clock clock) {
        this.commands = commands;
        this.turns = turns;
        this.accounts = accounts;
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * Lets a person sign in with a password from now on, and no longer with what they proved who they are with.
     *
     * @return what they sign in with now
     * @throws CommandRefused if that was spent, has lapsed or was taken back meanwhile, or they are no person
     */
    public CredentialId choose(AccountId account, CredentialId inPlaceOf, Password password) {
        CredentialId chosen = CredentialDesk.newId();
        return turns.take(() -> {
            // Asked for here already, so that a form that is sent again and again costs no hash and leaves nothing.
            PersonPolicies.isGoodForAPassword(
                            accounts.find(account)
                                    .flatMap(known -> known.issuedAs(inPlaceOf))
                                    .orElse(null),
                            inPlaceOf,
                            clock.instant())
                    .orElseRefuse();
            credentials.keep(chosen, account, password);
            try {
                ChoosePassword command = new ChoosePassword(account, chosen, inPlaceOf);
                commands.send(command, accounts.signingIn(command, clock.instant()));
            } catch (CommandRefused e) {
                credentials.revoke(chosen, account);
                throw e;
            }
            credentials.revoke(inPlaceOf, account);
            return chosen;
        });
    }
}
