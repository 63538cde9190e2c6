package com.hotpotspot.command.credential;

import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secrets of accounts, as hashes in the database. Which of them count is said by the log. */
@Component
@DependsOn("migratedDatabase")
public class Credentials {

    private final JdbcClient jdbc;
    private final SecretHasher hasher;
    private final Clock clock;
    private final WrongSecrets wrong;
    private final VerifiedSecrets verified = new VerifiedSecrets();

    Credentials(JdbcClient jdbc, SecretHasher hasher, WrongSecrets wrong, Clock clock) {
        this.jdbc = jdbc;
        this.hasher = hasher;
        this.wrong = wrong;
        this.clock = clock;
    }

    /**
     * Makes the secret of a credential. It is of no use before the log says that the credential was issued.
     *
     * @return empty if the credential has a secret already, which is not shown again
     */
    public Optional<ClientSecret> create(CredentialId credential, AccountId account) {
        ClientSecret secret = ClientSecret.random();
        int rows = jdbc.sql("insert into issuer.credential (credential_id, account, hash, created_at)"
                        + " values (?, ?, ?, ?)"
                        // One that was refused may be asked for again; the log refuses one that it saw revoked.
                        + " on conflict (credential_id) do update set hash = excluded.hash, revoked_at = null,"
                        + " created_at = excluded.created_at"
                        + " where credential.account = excluded.account and credential.revoked_at is not null")
                .params(credential.value(), account.value(), hasher.hash(secret), Timestamp.from(clock.instant()))
                .update();
        return rows == 1 ? Optional.of(secret) : Optional.empty();
    }

    /**
     * Keeps the password that a person chose, as a hash. It is of no use before the log says that they did.
     *
     * @throws TooManyRequestsException if too many secrets are being hashed
     */
    public void keep(CredentialId credential, AccountId account, Password password) {
        jdbc.sql("insert into issuer.credential (credential_id, account, hash, created_at) values (?, ?, ?, ?)")
                .params(credential.value(), account.value(), hasher.hash(password), Timestamp.from(clock.instant()))
                .update();
    }

    /** Which of these credentials has this secret, if it was found to have it before. Costs nothing. */
    public Optional<CredentialId> recall(Collection<CredentialId> credentials, String secret) {
        return credentials.stream()
                .filter(credential -> verified.isKnown(credential, secret))
                .findFirst();
    }

    /**
     * Which of these credentials has this secret. The one way to have one compared, whatever door somebody comes
     * through: wrong ones are counted, each when its turn has come, so that right ones may wait together.
     *
     * @param credentials those of the account which the asker names that could have it; none if there is no such
     *     account, and then the secret is wrong without being compared
     * @throws TooManyRequestsException if too many were wrong, or too many others are waiting
     */
    public Optional<CredentialId> find(Collection<CredentialId> credentials, String secret, Asker asker) {
        if (credentials.isEmpty()) {
            return wrong.count(asker, Optional::empty);
        }
        wrong.requireRoomFor(asker);
        Optional<CredentialId> found = hasher.inTurn(
                asker, () -> wrong.count(asker, () -> compared(asker.account().orElseThrow(), credentials, secret)));
        found.ifPresent(credential -> {
            if (ClientSecret.looksLikeOne(secret)) {
                verified.remember(credential, secret);
            }
            hasher.remember(asker.address());
        });
        return found;
    }

    private Optional<CredentialId> compared(AccountId account, Collection<CredentialId> credentials, String secret) {
        return credentials.stream()
                .filter(credential -> hashOf(account, credential)
                        .filter(hash -> hasher.matches(secret, hash))
                        .isPresent())
                .findFirst();
    }

    /** Makes a secret useless here too, where the log says so already or never said anything else. */
    public void revoke(CredentialId credential, AccountId account) {
        verified.forget(credential);
        jdbc.sql("update issuer.credential set revoked_at = ?"
                        + " where credential_id = ? and account = ? and revoked_at is null")
                .params(Timestamp.from(clock.instant()), credential.value(), account.value())
                .update();
    }

    /** Whether there is such a credential and it is this account's. */
    public boolean isOf(CredentialId credential, AccountId account) {
        return jdbc.sql("select exists (select from issuer.credential where credential_id = ? and account = ?)")
                .params(credential.value(), account.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether there is such a credential and it is another account's. */
    public boolean isSomebodyElses(CredentialId credential, AccountId account) {
        return jdbc.sql("select exists (select from issuer.credential where credential_id = ? and account <> ?)")
                .params(credential.value(), account.value())
                .query(Boolean.class)
                .single();
    }

    private Optional<String> hashOf(AccountId account, CredentialId credential) {
        return jdbc.sql("select hash from issuer.credential"
                        + " where credential_id = ? and account = ? and revoked_at is null")
                .params(credential.value(), account.value())
                .query(String.class)
                .optional();
    }
}
