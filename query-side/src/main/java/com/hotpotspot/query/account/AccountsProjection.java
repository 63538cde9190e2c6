package com.hotpotspot.query.account;

import com.hotpotspot.events.account.AccountClosed;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialProposed;
import com.hotpotspot.events.account.CredentialRevoked;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.account.RoleRevoked;
import com.hotpotspot.events.account.SecondFactorEnrolled;
import com.hotpotspot.events.account.SecondFactorRemovalProposed;
import com.hotpotspot.events.account.SecondFactorRemoved;
import com.hotpotspot.events.account.SignInNameGiven;
import com.hotpotspot.query.projection.Projection;
import com.hotpotspot.query.projection.ProjectionName;
import com.hotpotspot.query.projection.Writes;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Keeps which accounts there are, what they may do and what they sign in with. */
@Component
final class AccountsProjection extends Projection<AccountChanges> {

    static final ProjectionName NAME = new ProjectionName("accounts", 2);

    AccountsProjection(JdbcOperations jdbc) {
        super(NAME, jdbc);
        onRecorded(AccountCreated.class, AccountChanges::created);
        onRecorded(AccountClosed.class, AccountChanges::closed);
        onRecorded(RoleGranted.class, AccountChanges::granted);
        on(RoleRevoked.class, AccountChanges::revoked);
        onRecorded(
                CredentialProposed.class,
                (changes, proposed, at) -> changes.credentials().proposed(proposed, at));
        onRecorded(
                CredentialIssued.class,
                (changes, issued, at) -> changes.credentials().issued(issued, at));
        onRecorded(
                CredentialRevoked.class,
                (changes, revoked, at) -> changes.credentials().revoked(revoked, at));
        on(SignInNameGiven.class, (changes, given) -> changes.people().named(given));
        onRecorded(
                SecondFactorEnrolled.class,
                (changes, enrolled, at) -> changes.people().enrolled(enrolled, at));
        on(
                SecondFactorRemovalProposed.class,
                (changes, proposed) -> changes.people().proposed(proposed));
        on(SecondFactorRemoved.class, (changes, removed) -> changes.people().removed(removed));
    }

    @Override
    protected AccountChanges begin() {
        return new AccountChanges();
    }

    @Override
    protected void write(AccountChanges changes, Writes writes) {
        changes.writeTo(writes);
    }
}
