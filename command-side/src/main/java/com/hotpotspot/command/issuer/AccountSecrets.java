package com.hotpotspot.command.issuer;

import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.command.account.AccountRegistry;
import com.hotpotspot.command.account.RegisteredAccount;
import com.hotpotspot.command.credential.Asker;
import com.hotpotspot.command.credential.ClientSecret;
import com.hotpotspot.command.credential.Credentials;
import com.hotpotspot.command.credential.Password;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialKind;
import com.hotpotspot.events.account.SignInName;
import com.hotpotspot.limits.ClientAddress;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Compares what somebody sends with the credentials that their account has at this moment, whatever door they come
 * through. Who was right before is not counted among those who may be wrong, but for passwords: people choose what can
 * be guessed, and each guess has to be counted.
 */
@Component
@IfBuiltIn
class AccountSecrets {

    private static final Set<CredentialKind> OF_PROGRAMS = Set.of(CredentialKind.SECRET);

    private final AccountRegistry accounts;
    private final Credentials credentials;
    private final Clock clock;

    AccountSecrets(AccountRegistry accounts, Credentials credentials, Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * The credential of a program that has this secret, of the account of this id. Takes longer for an account that
     * there is, which tells nothing new: the ids of accounts are in the log, and so are names.
     *
     * @param details where the request came from
     * @throws TooManyRequestsException if too many were wrong, or too many are being compared
     */
    Optional<CredentialId> credentialOf(String id, @Nullable Object secret, @Nullable Object details) {
        Optional<AccountId> named = idOf(id);
        return proofOf(named.flatMap(accounts::find), named, OF_PROGRAMS, secret, details)
                .map(Proof::credential);
    }

    /**
     * That a person knows a secret of the account which they name, by the name they were given or by its id, in upper
     * or lower case and with spaces around, as telephones write them.
     *
     * @throws TooManyRequestsException if too many were wrong, or too many are being compared
     */
    Optional<Proof> proofOf(String name, @Nullable Object secret, @Nullable Object details) {
        Optional<AccountId> id = idOf(name.strip().toLowerCase(Locale.ROOT));
        Optional<RegisteredAccount> account =
                SignInName.typed(name).flatMap(accounts::find).or(() -> id.flatMap(accounts::find));
        return proofOf(
                account,
                account.map(RegisteredAccount::id).or(() -> id),
                EnumSet.allOf(CredentialKind.class),
                secret,
                details);
    }

    private Optional<Proof> proofOf(
            Optional<RegisteredAccount> account,
            Optional<AccountId> named,
            Set<CredentialKind> kinds,
            @Nullable Object secret,
            @Nullable Object details) {
        Asker asker = new Asker(named, addressOf(details));
        String given = secret == null ? "" : withoutMargin(secret.toString());
        Set<CredentialKind> random = EnumSet.copyOf(kinds);
        random.remove(CredentialKind.PASSWORD);
        Optional<CredentialId> found =
                credentials.recall(of(account, random), given).or(() -> compared(account, kinds, random, given, asker));
        return found.flatMap(credential -> account.flatMap(known -> known.issuedAs(credential))
                .map(issued -> new Proof(issued.account(), credential, issued.kind())));
    }

    /** A password of somebody may look like a secret; what is like neither is wrong without being compared. */
    private Optional<CredentialId> compared(
            Optional<RegisteredAccount> account,
            Set<CredentialKind> kinds,
            Set<CredentialKind> random,
            String given,
            Asker asker) {
        Optional<Password> typed = Password.typed(given);
        Set<CredentialId> candidates = new HashSet<>();
        if (typed.isPresent() && kinds.contains(CredentialKind.PASSWORD)) {
            candidates.addAll(of(account, Set.of(CredentialKind.PASSWORD)));
        }
        if (ClientSecret.looksLikeOne(given)) {
            candidates.addAll(of(account, random));
        }
        return credentials.find(candidates, typed.map(Password::value).orElse(given), asker);
    }

    private Set<CredentialId> of(Optional<RegisteredAccount> account, Set<CredentialKind> kinds) {
        return account.map(known -> known.credentials(kinds, clock.instant())).orElse(Set.of());
    }

    /** Somebody who pastes a random secret may paste a space with it; a password may have one of its own. */
    private static String withoutMargin(String given) {
        String stripped = given.strip();
        return ClientSecret.looksLikeOne(stripped) ? stripped : given;
    }

    private static ClientAddress addressOf(@Nullable Object details) {
        return details instanceof WebAuthenticationDetails web && web.getRemoteAddress() != null
                ? new ClientAddress(web.getRemoteAddress())
                : ClientAddress.UNKNOWN;
    }

    private static Optional<AccountId> idOf(String name) {
        try {
            return Optional.of(new AccountId(name));
        } catch (InvalidValue noId) {
            return Optional.empty();
        }
    }
}
