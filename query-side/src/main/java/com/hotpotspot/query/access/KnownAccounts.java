package com.hotpotspot.query.access;

import com.hotpotspot.access.Grant;
import com.hotpotspot.access.Identity;
import com.hotpotspot.events.account.AccountClosed;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountEvent;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialProposed;
import com.hotpotspot.events.account.CredentialRevoked;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.account.RoleRevoked;
import com.hotpotspot.events.account.SecondFactorEnrolled;
import com.hotpotspot.events.account.SecondFactorRemovalProposed;
import com.hotpotspot.events.account.SecondFactorRemoved;
import com.hotpotspot.events.account.SignInName;
import com.hotpotspot.events.account.SignInNameGiven;
import com.hotpotspot.query.web.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The accounts of the log, known by heart, so that what was taken from somebody is of no use from then on. A token of
 * the built-in issuer names the credential that it was obtained with: whoever brings one is let in only while the log
 * has that credential and that account, and with the roles that the log says they have now. Of anybody else only the
 * issuer knows, and its word counts until the token ends.
 */
@Component
final class KnownAccounts {

    private final Map<AccountId, KnownAccount> open = new ConcurrentHashMap<>();
    private final Set<AccountId> closed = ConcurrentHashMap.newKeySet();
    private final Sinks.Many<AccountId> changes = Sinks.many().multicast().directBestEffort();
    private final Clock clock;

    private volatile boolean complete;

    KnownAccounts(Clock clock) {
        this.clock = clock;
    }

    /** Takes in what happened to an account; from one thread at a time, in the order of the log. */
    void on(AccountEvent event) {
        switch (event) {
            case AccountCreated created -> open.putIfAbsent(created.account(), new KnownAccount(created.account()));
            case RoleGranted granted -> change(granted, account -> account.with(granted));
            case RoleRevoked revoked -> change(revoked, account -> account.without(revoked.role()));
            case CredentialProposed nothingYet -> {}
            case SecondFactorEnrolled nothingElse -> {}
            case SecondFactorRemovalProposed nothingElse -> {}
            case SecondFactorRemoved nothingElse -> {}
            case SignInNameGiven given -> change(given, account -> account.called(given.name()));
            case CredentialIssued issued -> change(issued, account -> account.with(issued.credential()));
            case CredentialRevoked revoked -> change(revoked, account -> account.without(revoked.credential()));
            case AccountClosed ended -> {
                closed.add(ended.account());
                open.remove(ended.account());
            }
        }
        // There is only the one thread that emits; whoever listens takes all.
        changes.tryEmitNext(event.account());
    }

    private void change(AccountEvent event, UnaryOperator<KnownAccount> change) {
        open.computeIfPresent(event.account(), (id, account) -> change.apply(account));
    }

    /** Says that nothing of the log is missing any more but what is being recorded. */
    void completed() {
        complete = true;
    }

    boolean areComplete() {
        return complete;
    }

    int number() {
        return open.size();
    }

    /**
     * What is left of what the issuer said of somebody; empty if nothing is.
     *
     * @throws Problem if that cannot be told yet
     */
    Optional<SignedIn> now(SignedIn told) {
        AccountId id = told.identity().account();
        if (told.credential().isEmpty()) {
            return closed.contains(id) ? Optional.empty() : Optional.of(told).filter(this::isInTime);
        }
        if (!complete) {
            throw Problem.unavailable("The log of accounts");
        }
        Instant now = clock.instant();
        return Optional.ofNullable(open.get(id))
                .filter(account ->
                        account.credentials().contains(told.credential().get()))
                .map(account -> told.as(account.at(now))
                        .until(account.firstEndAfter(now).orElse(told.until())))
                .filter(this::isInTime);
    }

    /** What somebody is called: by the name that they sign in with, else by their account. */
    String nameOf(AccountId id) {
        return Optional.ofNullable(open.get(id))
                .flatMap(KnownAccount::name)
                .map(SignInName::value)
                .orElse(id.value());
    }

    /** What roles are left to somebody of what the issuer said; none if nothing is left. */
    Set<Role> roles(SignedIn told) {
        return now(told).map(left -> left.identity().grants().keySet()).orElse(Set.of());
    }

    private boolean isInTime(SignedIn signedIn) {
        return signedIn.isAt(clock.instant());
    }

    /** Whether whatever the issuer may say of somebody counts for nothing any more, as far as is known. */
    boolean hasLostAll(SignedIn told) {
        AccountId id = told.identity().account();
        return closed.contains(id)
                || told.credential()
                        .filter(credential -> complete && !isInUse(credential, id))
                        .isPresent();
    }

    private boolean isInUse(CredentialId credential, AccountId id) {
        KnownAccount account = open.get(id);
        return account != null && account.credentials().contains(credential);
    }

    /** Whether the log has caught up with what the issuer said, as far as can be told: it says all of that, too. */
    boolean confirm(SignedIn told) {
        return told.credential().isEmpty()
                || now(told)
                        .map(SignedIn::identity)
                        .filter(told.identity()::equals)
                        .isPresent();
    }

    /** Completes as soon as somebody no longer has what let them in. */
    Mono<Void> untilLost(SignedIn told, Grant actingIn) {
        AccountId id = told.identity().account();
        return Flux.merge(changes.asFlux(), Mono.just(id))
                .filter(id::equals)
                .filter(changed -> !has(told, actingIn))
                .next()
                .then();
    }

    private boolean has(SignedIn told, Grant actingIn) {
        return now(told)
                .map(SignedIn::identity)
                .map(Identity::grants)
                .map(grants -> grants.get(actingIn.role()))
                .filter(actingIn::equals)
                .isPresent();
    }
}
