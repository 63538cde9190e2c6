package com.hotpotspot.command.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whoever may have seen a secret of an account, as far as that is known: whoever was shown it, and whoever could be
 * acting as them when they were. What was decided while a secret was good stays decided by whoever may have seen it, so
 * they are known when it is gone, and when the account is.
 *
 * @param account which acts by itself, too
 * @param ofSecrets for each secret that is in use
 * @param until of the secrets that were, the last instant at which somebody could have used one
 */
record Hands(AccountId account, Map<CredentialId, Set<AccountId>> ofSecrets, Map<AccountId, Instant> until) {

    Hands {
        ofSecrets = Map.copyOf(ofSecrets);
        until = Map.copyOf(until);
    }

    /** Of an account that has had no secret. */
    static Hands of(AccountId account) {
        return new Hands(account, Map.of(), Map.of());
    }

    /** Those who may be acting as the account now. */
    Set<AccountId> now() {
        return since(Instant.MAX);
    }

    /** Those who may be acting as the account now, or may have acted as it at this instant or later. */
    Set<AccountId> since(Instant instant) {
        Set<AccountId> hands = new HashSet<>(Set.of(account));
        ofSecrets.values().forEach(hands::addAll);
        until.forEach((hand, last) -> {
            if (!last.isBefore(instant)) {
                hands.add(hand);
            }
        });
        return hands;
    }

    Hands with(CredentialId credential, Set<AccountId> seenBy) {
        Map<CredentialId, Set<AccountId>> changed = new HashMap<>(ofSecrets);
        changed.put(credential, Set.copyOf(seenBy));
        return new Hands(account, changed, until);
    }

    Hands without(CredentialId credential, Instant at) {
        Map<CredentialId, Set<AccountId>> left = new HashMap<>(ofSecrets);
        Set<AccountId> seenBy = left.remove(credential);
        return seenBy == null ? this : new Hands(account, left, seenUntil(seenBy, at));
    }

    Hands withoutAll(Instant at) {
        return new Hands(account, Map.of(), seenUntil(now(), at));
    }

    private Map<AccountId, Instant> seenUntil(Set<AccountId> hands, Instant at) {
        Map<AccountId, Instant> changed = new HashMap<>(until);
        hands.forEach(hand -> changed.merge(hand, at, (one, other) -> one.isAfter(other) ? one : other));
        return changed;
    }
}
