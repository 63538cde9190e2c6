package com.hotpotspot.command.account;

import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.SignInName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How people come to sign in with a name and a password of their own. */
final class PersonPolicies {

    /** How long a person has for choosing a password. */
    static final Duration ONE_TIME_SECRETS_LAST = Duration.ofDays(3);

    /** What tills' accounts begin with, which is typed in the same field. */
    private static final String TILL = "till-";

    private PersonPolicies() {}

    /** Programs keep random secrets, and have no use for what people remember. */
    static Verdict isAPersons(@Nullable AccountKind kind) {
        return kind == AccountKind.PERSON
                ? Verdict.allowed()
                : Verdict.refused(
                        AccountCode.ACCOUNT_NOT_A_PERSONS, "The account is a program's; only people choose passwords.");
    }

    /**
     * Whether a name leads to this account and to no other. What was another's once stays theirs, so that nobody is
     * taken for who had it before.
     *
     * @param hasIt whose it is or was
     * @param called whether an account is called so by its id
     */
    static Verdict isFree(SignInName name, AccountId account, Optional<AccountId> hasIt, boolean called) {
        boolean taken = hasIt.filter(other -> !other.equals(account)).isPresent()
                || called
                || name.value().startsWith(TILL)
                || name.value().equals(AppointAdministrator.ADMINISTRATOR.value());
        return taken
                ? Verdict.refused(AccountCode.SIGN_IN_NAME_TAKEN, "The name %s is or was another's.".formatted(name))
                : Verdict.allowed();
    }

    /** Whether a person may choose a password in place of this. */
    static Verdict isGoodForAPassword(@Nullable CredentialIssued inPlaceOf, CredentialId named, Instant now) {
        if (inPlaceOf == null) {
            return Verdict.refused(
                    AccountCode.CREDENTIAL_REVOKED, "Credential %s is in use no longer.".formatted(named));
        }
        return inPlaceOf.isGoodAt(now)
                ? Verdict.allowed()
                : Verdict.refused(
                        AccountCode.ONE_TIME_SECRET_LAPSED,
                        "The one-time secret was good until %s.".formatted(inPlaceOf.until()));
    }
}
