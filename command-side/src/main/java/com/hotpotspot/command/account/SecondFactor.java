package com.hotpotspot.command.account;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.hotpotspot.events.account.AccountClosed;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.SecondFactorEnrolled;
import com.hotpotspot.events.account.SecondFactorReason;
import com.hotpotspot.events.account.SecondFactorRemovalProposed;
import com.hotpotspot.events.account.SecondFactorRemoved;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/** The part of an account that says what else somebody needs, beside a secret, to sign in on the pages. */
class SecondFactor {

    private @Nullable SecondFactorEnrolled enrolled;
    private @Nullable SecondFactorRemovalProposed proposed;
    private @Nullable SecondFactorRemoved removed;
    private boolean closed;

    @CommandHandler
    SecondFactorEnrolled handle(EnrolSecondFactor command) {
        SecondFactorEnrolled wanted = new SecondFactorEnrolled(command.account(), command.secondFactor());
        if (wanted.equals(enrolled)) {
            return wanted;
        }
        Optional<CredentialId> now = Optional.ofNullable(enrolled).map(SecondFactorEnrolled::secondFactor);
        AccountPolicies.isOpen(closed)
                .and(() -> SecondFactorPolicies.isTheOne(now, command.inPlaceOf()))
                .orElseRefuse();
        now.ifPresent(before -> apply(
                new SecondFactorRemoved(command.account(), before, SecondFactorReason.REPLACED, command.account())));
        apply(wanted);
        return wanted;
    }

    @CommandHandler
    SecondFactorRemovalProposed handle(ProposeSecondFactorRemoval command, Clock clock) {
        Instant now = clock.instant();
        SecondFactorRemovalProposed before = proposed;
        if (before != null
                && before.reason() == command.reason()
                && before.proposedBy().equals(command.proposedBy())
                && now.isBefore(before.lapsesAt())) {
            return before;
        }
        AccountPolicies.isOpen(closed)
                .and(() -> SecondFactorPolicies.isEnrolled(enrolled))
                .orElseRefuse();
        SecondFactorRemovalProposed wanted = new SecondFactorRemovalProposed(
                command.account(),
                requireNonNull(enrolled).secondFactor(),
                command.reason(),
                command.proposedBy(),
                CredentialPolicies.lapsesAt(now));
        apply(wanted);
        return wanted;
    }

    @CommandHandler
    SecondFactorRemoved handle(ConfirmSecondFactorRemoval command, AccountRegistry accounts, Clock clock) {
        SecondFactorRemoved before = removed;
        if (before != null && enrolled == null && before.removedBy().equals(command.confirmedBy())) {
            return before;
        }
        Instant now = clock.instant();
        AccountPolicies.isOpen(closed)
                .and(() -> SecondFactorPolicies.isEnrolled(enrolled))
                .and(() -> SecondFactorPolicies.isProposed(proposed, now))
                .and(() -> CredentialPolicies.areTwoPeople(
                        requireNonNull(proposed).proposedBy(),
                        command.confirmedBy(),
                        requireNonNull(proposed).lapsesAt(),
                        accounts))
                .and(() -> CredentialPolicies.isStillMeant(
                        accounts.rolesInForce(requireNonNull(proposed).proposedBy(), now)))
                .orElseRefuse();
        SecondFactorRemovalProposed proposal = requireNonNull(proposed);
        SecondFactorRemoved wanted = new SecondFactorRemoved(
                command.account(), proposal.secondFactor(), proposal.reason(), command.confirmedBy());
        apply(wanted);
        return wanted;
    }

    /** Without it somebody who lost both would not come in by the way back that the machine has. */
    void loseWithTheSecrets() {
        if (enrolled != null) {
            apply(new SecondFactorRemoved(
                    enrolled.account(), enrolled.secondFactor(), SecondFactorReason.LOST, enrolled.account()));
        }
    }

    @EventSourcingHandler
    void on(SecondFactorEnrolled event) {
        enrolled = event;
        proposed = null;
    }

    @EventSourcingHandler
    void on(SecondFactorRemovalProposed event) {
        proposed = event;
    }

    @EventSourcingHandler
    void on(SecondFactorRemoved event) {
        enrolled = null;
        proposed = null;
        removed = event;
    }

    @EventSourcingHandler
    void on(AccountClosed event) {
        closed = true;
    }
}
