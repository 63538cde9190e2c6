package com.hotpotspot.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.audit.AuditKeyRotated;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.keystore.Passphrase;
import com.hotpotspot.keystore.SecretName;
import com.hotpotspot.query.audit.TreeTable.Sealed;
import com.hotpotspot.query.testing.Dishes;
import com.hotpotspot.query.testing.WrittenLog;
import com.hotpotspot.tlog.checkpoint.TlogPolicy;
import com.hotpotspot.tlog.checkpoint.UntrustedException;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.note.SignatureType;
import com.hotpotspot.tlog.note.VerifierKey;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be signed, by which key, and what may not. */
class SealingTest {

    @TempDir
    private Path directory;

    private TestDatabase database;
    private WrittenLog log;
    private NodeId node;
    private LogOfItsOwn audit;
    private Keystore keystore;

    @BeforeEach
    void sell() {
        database = TestDatabase.with(SchemaModule.LOG, new AuditConfiguration().auditSchema());
        log = new WrittenLog(database);
        log.found(NetworkPurpose.LIVE);
        node = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        audit = new LogOfItsOwn(database);
        try (Passphrase passphrase = Passphrase.generate()) {
            keystore = Keystore.create(directory.resolve("keystore"), passphrase);
        }
    }

    @AfterEach
    void drop() {
        keystore.close();
        audit.close();
        database.close();
    }

    @Test
    void theKeyIsTheOneThatTheSeedGives() {
        keystore.rotate(SecretName.AUDIT, seed());

        audit.resume(audit.keys(keystore));

        // The public key to this seed is a test vector of the audit log's specification.
        assertThat(audit.table().keys().getFirst().verifierKey())
                .isEqualTo(new VerifierKey(
                        LogOfItsOwn.settings().origin(),
                        SignatureType.ED25519,
                        HexFormat.of().parseHex("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8")));
    }

    @Test
    void aNewKeyIsToldToTheLogAndSignsTogetherWithTheOldOneUntilThatIsCovered() {
        Sealing first = audit.resume(audit.keys(keystore));
        VerifierKey old = sealRest(first).key();

        keystore.rotate(SecretName.AUDIT, seed());
        Sealing rotated = audit.resume(audit.keys(keystore));

        assertThat(audit.log().readKind("audit", log.head()))
                .singleElement()
                .satisfies(event -> assertThat(event.event()).isInstanceOf(AuditKeyRotated.class));
        VerifierKey current = audit.table().keys().getLast().verifierKey();
        Sealed covering = sealRest(rotated).checkpoint();
        assertTrusted(covering, old);
        assertTrusted(covering, current);
        log.sell(node, "1", "2026-11-20T10:00:00Z", Dishes.khinkali(5));
        Sealed later = sealRest(rotated).checkpoint();
        assertTrusted(later, current);
        assertThatExceptionOfType(UntrustedException.class).isThrownBy(() -> assertTrusted(later, old));
        assertThat(audit.resume(audit.keys(keystore)).size()).isEqualTo(later.size());
    }

    @Test
    void aRotationThatWasToldBeforeIsNotToldTwice() {
        sealRest(audit.resume(audit.keys(keystore)));
        keystore.rotate(SecretName.AUDIT, seed());
        audit.resume(audit.keys(keystore));
        database.execute("set session_replication_role = replica; delete from audit.key where version = 2");

        audit.resume(audit.keys(keystore));

        assertThat(audit.log().readKind("audit", log.head())).hasSize(1);
        assertThat(audit.table().keys()).hasSize(2);
    }

    /** Rows are never taken away, so a forged one must do no harm for good. */
    @ParameterizedTest
    @CsvSource({"true, 1", "true, 2", "true, 99", "false, 1", "false, 2", "false, 99"})
    void aKeyThatTheKeystoreHasNotIsIgnored(boolean whenSealed, int version) throws SQLException {
        if (whenSealed) {
            sealRest(audit.resume(audit.keys(keystore)));
        }
        VerifierKey forged = new VerifierKey(
                LogOfItsOwn.settings().origin(),
                SignatureType.ED25519,
                HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        for (String key : List.of(forged.toString(), "no key")) {
            try (Connection connection = database.as("hps_query").getConnection();
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into audit.key (version, verifier_key) values (?, ?)")) {
                insert.setInt(1, version);
                insert.setString(2, key);
                insert.executeUpdate();
            }
        }

        LogKeys keys = audit.keys(keystore);
        log.sell(node, "76", "2026-11-20T10:00:00Z", Dishes.khinkali(5));
        sealRest(audit.resume(keys));
        keystore.rotate(SecretName.AUDIT, seed());
        log.sell(node, "77", "2026-11-20T10:00:00Z", Dishes.khinkali(5));
        sealRest(audit.resume(keys));

        AdoptedKeys adopted = new AdoptedKeys(audit.table(), Optional.of(keys));
        assertThat(adopted.believed())
                .hasSize(2)
                .extracting(TreeTable.AdoptedKey::verifierKey)
                .doesNotContain(forged);
        assertThat(adopted.foreign()).isEqualTo(2);
    }

    @Test
    void whatIsNoCheckpointOfThisLogIsPassedOver() {
        Sealing sealing = audit.resume(audit.keys(keystore));
        Sealed last = sealRest(sealing).checkpoint();
        audit.forge(last.size() + 50, "forged");
        audit.forge(
                last.size() + 60,
                last.checkpoint()
                        .note()
                        .toString()
                        .replace("\n" + last.size() + "\n", "\n" + (last.size() + 60) + "\n"));
        audit.forge(last.size() + 70, last.checkpoint().note().toString());

        assertThat(audit.table().latest())
                .hasValueSatisfying(latest -> assertThat(latest.size()).isEqualTo(last.size()));
        assertThat(audit.table().firstCovering(last.size() - 1)).isPresent();
        assertThat(audit.table().firstCovering(last.size())).isEmpty();
        assertThat(audit.table().checkpointsBelow(Long.MAX_VALUE, 100))
                .extracting(Sealed::size)
                .startsWith(last.size());
        log.sell(node, "78", "2026-11-20T10:00:00Z", Dishes.khinkali(5));
        assertThat(sealRest(sealing).checkpoint().size()).isGreaterThan(last.size());
    }

    @Test
    void aRowThatIsInTheWayIsNamed() {
        Sealing sealing = audit.resume(audit.keys(keystore));
        Sealed last = sealRest(sealing).checkpoint();
        log.sell(node, "79", "2026-11-20T10:00:00Z", Dishes.khinkali(5));
        audit.forge(audit.log().head() + 1, "forged");

        assertThatExceptionOfType(BrokenLogException.class)
                .isThrownBy(() -> sealRest(sealing))
                .withMessageContaining(
                        "audit.checkpoint has a row of size " + (audit.log().head() + 1))
                .withMessageContaining("hps_query");
        assertThat(audit.table().latest())
                .hasValueSatisfying(latest -> assertThat(latest.size()).isEqualTo(last.size()));
    }

    @Test
    void anotherKeystoreCannotSignForThisLog() {
        sealRest(audit.resume(audit.keys(keystore)));
        try (Passphrase passphrase = Passphrase.generate();
                Keystore other = Keystore.create(directory.resolve("other"), passphrase)) {
            LogKeys keys = audit.keys(other);

            assertThatExceptionOfType(BrokenLogException.class)
                    .isThrownBy(() -> audit.resume(keys))
                    .withMessageContaining("not the one that this log signs with");
        }
    }

    @Test
    void whoeverWasOvertakenSignsNothing() {
        Sealing slow = audit.resume(audit.keys(keystore));
        Sealing fast = audit.resume(audit.keys(keystore));
        sealRest(fast);

        assertThatExceptionOfType(Sealing.OvertakenException.class).isThrownBy(() -> sealRest(slow));
    }

    @Test
    void aPositionThatIsLeftOutIsNotSealed() {
        Sealing sealing = audit.resume(audit.keys(keystore));

        assertThatExceptionOfType(BrokenLogException.class)
                .isThrownBy(() -> sealing.seal(Leaf.of(audit.log().read(1, 10).events())))
                .withMessageContaining("position 0");
    }

    @Test
    void aTreeThatWasDamagedIsNotContinued() {
        sealRest(audit.resume(audit.keys(keystore)));
        database.execute("set session_replication_role = replica; update audit.segment set hashes ="
                + " overlay(hashes placing '\\x" + Hash.EMPTY_TREE.hex() + "'::bytea from 1)");

        assertThatExceptionOfType(BrokenLogException.class)
                .isThrownBy(() -> audit.resume(audit.keys(keystore)))
                .withMessageContaining("another root than was signed");
    }

    @Test
    void whatWasSignedCannotBeTakenBack() {
        sealRest(audit.resume(audit.keys(keystore)));

        for (String table : List.of("segment", "checkpoint", "key")) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> database.execute("delete from audit." + table))
                    .withStackTraceContaining("the audit log only grows");
        }
    }

    private SealedBy sealRest(Sealing sealing) {
        Sealed checkpoint =
                sealing.seal(Leaf.of(audit.log().read(sealing.size(), 1_000).events()));
        return new SealedBy(checkpoint, audit.table().keys().getLast().verifierKey());
    }

    private static void assertTrusted(Sealed checkpoint, VerifierKey key) {
        assertThat(TlogPolicy.of(List.of(key), List.of(), 0)
                        .trust(checkpoint.checkpoint())
                        .log())
                .isEqualTo(key);
    }

    private static byte[] seed() {
        byte[] seed = new byte[32];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) i;
        }
        return seed;
    }

    private record SealedBy(Sealed checkpoint, VerifierKey key) {}
}
