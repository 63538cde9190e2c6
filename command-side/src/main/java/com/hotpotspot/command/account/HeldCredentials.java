package com.hotpotspot.command.account;

import static java.util.Comparator.comparing;

import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialKind;
import com.hotpotspot.events.account.CredentialProposed;
import com.hotpotspot.events.account.CredentialRevoked;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The credentials of one account: what it signs in with, what waits for a second person, and what was taken back. */
final class HeldCredentials {

    private final Map<CredentialId, CredentialIssued> inUse = new HashMap<>();
    private final Map<CredentialId, CredentialProposed> proposed = new HashMap<>();
    private final Set<CredentialId> revoked = new HashSet<>();

    void on(CredentialProposed event) {
        proposed.put(event.credential(), event);
    }

    void on(CredentialIssued event) {
        inUse.put(event.credential(), event);
        proposed.remove(event.credential());
    }

    void on(CredentialRevoked event) {
        inUse.remove(event.credential());
        proposed.remove(event.credential());
        revoked.add(event.credential());
    }

    @Nullable
    CredentialIssued inUse(CredentialId credential) {
        return inUse.get(credential);
    }

    @Nullable
    CredentialProposed proposal(CredentialId credential) {
        return proposed.get(credential);
    }

    Collection<CredentialProposed> proposals() {
        return proposed.values();
    }

    int number() {
        return inUse.size();
    }

    /** In an order that does not depend on chance. */
    List<CredentialId> ids() {
        return inUse.keySet().stream().sorted(comparing(CredentialId::value)).toList();
    }

    Optional<CredentialIssued> first() {
        return ids().stream().findFirst().map(inUse::get);
    }

    boolean isTheOnlyOne(CredentialId credential) {
        return Set.of(credential).equals(inUse.keySet());
    }

    boolean wasRevoked(CredentialId credential) {
        return revoked.contains(credential);
    }

    /** Whoever was shown a secret that is in use. */
    Set<AccountId> shown() {
        Set<AccountId> shown = new HashSet<>();
        inUse.values().stream()
                .map(CredentialIssued::shownTo)
                .filter(Objects::nonNull)
                .forEach(shown::add);
        return shown;
    }

    Verdict hasRoom() {
        return AccountPolicies.hasRoomForACredential(number());
    }

    /** One that is good once takes the place of all others, and is for people. */
    Verdict hasRoomFor(CredentialKind kind, AccountKind account) {
        return kind == CredentialKind.ONE_TIME ? PersonPolicies.isAPersons(account) : hasRoom();
    }

    Verdict isNotRevoked(CredentialId credential) {
        return revoked.contains(credential)
                ? Verdict.refused(
                        AccountCode.CREDENTIAL_REVOKED,
                        "Credential %s was revoked and cannot be issued again.".formatted(credential))
                : Verdict.allowed();
    }

    Verdict isNotInUse(CredentialId credential) {
        return inUse.containsKey(credential)
                ? Verdict.refused(
                        AccountCode.CREDENTIAL_TAKEN, "Credential %s was issued before.".formatted(credential))
                : Verdict.allowed();
    }

    /** One that waits for a second person is not for anybody alone. */
    Verdict isNotProposed(CredentialId credential) {
        return proposed.containsKey(credential)
                ? Verdict.refused(
                        AccountCode.CREDENTIAL_TAKEN,
                        "Credential %s is proposed, and waits for another person.".formatted(credential))
                : Verdict.allowed();
    }

    Verdict wasIssuedOrProposed(CredentialId credential) {
        return inUse.containsKey(credential) || proposed.containsKey(credential)
                ? Verdict.allowed()
                : Verdict.refused(
                        AccountCode.CREDENTIAL_UNKNOWN, "The account has no credential %s.".formatted(credential));
    }
}
