package com.hotpotspot.command.secondfactor;

import com.hotpotspot.access.RateLimit;
import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.command.credential.Asker;
import com.hotpotspot.command.credential.WrongSecrets;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.keystore.Secret;
import com.hotpotspot.keystore.SecretName;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps second factors and compares codes with them. Each code is taken once, by whichever process the database lets
 * take it. Wrong codes count as wrong secrets do; of one account only so many may come in an hour from all addresses
 * together, since whoever gets here has shown a right secret, and a million codes are not many.
 */
@Component
@DependsOn("migratedDatabase")
public class SecondFactors {

    private static final int WRONG_CODES = 10;
    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Keystore keystore;
    private final WrongSecrets wrong;
    private final Clock clock;
    private final Secret current;
    private final RateLimit<AccountId> wrongCodes = new RateLimit<>(WRONG_CODES, HOUR);

    SecondFactors(JdbcClient jdbc, Keystore keystore, WrongSecrets wrong, Clock clock) {
        this.jdbc = jdbc;
        this.keystore = keystore;
        this.wrong = wrong;
        this.clock = clock;
        this.current = keystore.obtain(SecretName.SECOND_FACTORS, SecondFactorKey::random);
    }

    /**
     * Keeps a second factor that an authenticator has proved to have, of which the log says afterwards that it counts.
     *
     * @return the codes to recover with, which are shown once; empty if the code is not one of the secret's
     * @throws TooManyRequestsException if too many codes were wrong
     */
    public Optional<List<RecoveryCode>> keep(
            CredentialId secondFactor, Asker asker, AccountId account, TotpSecret secret, String code) {
        return counted(asker, account, () -> {
            OptionalLong step = secret.stepOf(withoutSpaces(code), clock.instant(), 0);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            SecondFactorKey key = new SecondFactorKey(current.bytes());
            jdbc.sql("insert into issuer.second_factor"
                            + " (second_factor_id, account, key_version, sealed, last_step, created_at)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            secondFactor.value(),
                            account.value(),
                            current.version(),
                            key.seal(secret, account, secondFactor),
                            step.getAsLong(),
                            Timestamp.from(clock.instant()))
                    .update();
            List<RecoveryCode> codes = RecoveryCode.random();
            for (RecoveryCode recovery : codes) {
                jdbc.sql("insert into issuer.recovery_code (second_factor_id, mark) values (?, ?)")
                        .params(secondFactor.value(), key.mark(recovery, secondFactor))
                        .update();
            }
            return Optional.of(codes);
        });
    }

    /**
     * Whether somebody has a second factor: their authenticator's code of this moment, or a code to recover with. What
     * was taken once is never taken again.
     *
     * @throws TooManyRequestsException if too many codes were wrong
     */
    public boolean accepts(CredentialId secondFactor, Asker asker, AccountId account, String code) {
        return counted(asker, account, () -> take(secondFactor, account, withoutSpaces(code)))
                .isPresent();
    }

    private Optional<Kept> take(CredentialId secondFactor, AccountId account, String code) {
        return jdbc.sql("select key_version, sealed, last_step from issuer.second_factor"
                        + " where second_factor_id = ? and account = ?")
                .params(secondFactor.value(), account.value())
                .query((row, number) -> {
                    SecondFactorKey key = key(row.getInt(1));
                    return new Kept(key, key.open(row.getBytes(2), account, secondFactor), row.getLong(3));
                })
                .optional()
                .filter(kept -> takeStep(kept, secondFactor, code) || takeRecovery(kept, secondFactor, code));
    }

    private boolean takeStep(Kept kept, CredentialId secondFactor, String code) {
        OptionalLong step = kept.secret().stepOf(code, clock.instant(), kept.lastStep());
        return step.isPresent()
                && jdbc.sql("update issuer.second_factor set last_step = ?"
                                        + " where second_factor_id = ? and last_step < ?")
                                .params(step.getAsLong(), secondFactor.value(), step.getAsLong())
                                .update()
                        == 1;
    }

    private boolean takeRecovery(Kept kept, CredentialId secondFactor, String code) {
        return RecoveryCode.typed(code)
                .map(typed -> jdbc.sql("update issuer.recovery_code set used_at = ?"
                                + " where second_factor_id = ? and mark = ? and used_at is null")
                        .params(
                                Timestamp.from(clock.instant()),
                                secondFactor.value(),
                                kept.key().mark(typed, secondFactor))
                        .update())
                .filter(rows -> rows == 1)
                .isPresent();
    }

    /** How many codes to recover with are left. */
    public int recoveryCodesLeft(CredentialId secondFactor) {
        return jdbc.sql("select count(*) from issuer.recovery_code where second_factor_id = ? and used_at is null")
                .param(secondFactor.value())
                .query(Integer.class)
                .single();
    }

    private SecondFactorKey key(int version) {
        Secret secret = keystore.secret(SecretName.SECOND_FACTORS, version)
                .orElseThrow(() -> new IllegalStateException(
                        "the keystore lacks version %s of the key of second factors".formatted(version)));
        return new SecondFactorKey(secret.bytes());
    }

    private <T> Optional<T> counted(Asker asker, AccountId account, Supplier<Optional<T>> comparing) {
        return wrongCodes.countUnlessFound(account, () -> wrong.count(asker, comparing));
    }

    private static String withoutSpaces(String code) {
        return code.strip().replace(" ", "");
    }

    private record Kept(SecondFactorKey key, TotpSecret secret, long lastStep) {}
}
