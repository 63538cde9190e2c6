package com.hotpotspot.query.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hotpotspot.eventlog.EventLine;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.eventlog.testing.TestServer;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.keystore.TestKeystore;
import com.hotpotspot.query.audit.TreeTable.Sealed;
import com.hotpotspot.query.testing.Dishes;
import com.hotpotspot.query.testing.WrittenLog;
import com.hotpotspot.tlog.checkpoint.TlogPolicy;
import com.hotpotspot.tlog.note.VerifierKey;
import com.hotpotspot.verifier.check.Progress;
import com.hotpotspot.verifier.check.Verdict;
import com.hotpotspot.verifier.check.Verifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Somebody with every right changes the past. Each drill works on a copy of one and the same data directory with a
 * sealed log, and asks two who must notice: the inspection, which has the tree, and the verifier, which has a
 * checkpoint and a dump.
 */
class TamperDrillTest {

    private static final int SALES = 100;
    private static final Map<String, String> AS_USUAL = Map.of();
    private static final String CHANGE = "set session_replication_role = replica; ";

    @TempDir
    private static Path files;

    private static Path original;
    private static TestDatabase atOriginal;
    private static Path earlier;
    private static Path latest;
    private static VerifierKey key;
    private static byte[] payload;
    private static String heap;

    @TempDir
    private Path directory;

    private TestServer server;
    private TestDatabase copy;
    private LogOfItsOwn changed;

    @BeforeAll
    static void sellAndSeal() throws IOException {
        original = files.resolve("original");
        try (TestServer server = TestServer.on(original, Map.of())) {
            atOriginal = TestDatabase.on(server, SchemaModule.LOG, new AuditConfiguration().auditSchema());
            WrittenLog log = new WrittenLog(atOriginal);
            log.found(NetworkPurpose.LIVE);
            NodeId node = log.register("VAKE", NodeType.OWNER, "Tbilisi");
            for (int i = 1; i <= SALES; i++) {
                log.sell(node, Integer.toString(i), "2026-11-20T10:00:00Z", Dishes.khinkali(5));
            }
            try (LogOfItsOwn sealed = new LogOfItsOwn(atOriginal)) {
                Sealing sealing = sealed.resume(sealed.keys(TestKeystore.shared()));
                earlier = file(
                        "earlier",
                        sealing.seal(Leaf.of(sealed.log().read(0, 150).events())));
                latest = file(
                        "latest",
                        sealing.seal(Leaf.of(sealed.log().read(150, 1_000).events())));
                key = sealed.table().keys().getFirst().verifierKey();
            }
            payload = atOriginal.bytes("select payload from log.event where position = 57");
            heap = new String(atOriginal.bytes("select pg_relation_filepath('log.event')::bytea"), UTF_8);
            atOriginal.disconnect();
        }
    }

    private static Path file(String name, Sealed checkpoint) throws IOException {
        return Files.write(files.resolve(name), checkpoint.checkpoint().bytes());
    }

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> all = Files.walk(original)) {
            for (Path one : all.toList()) {
                Files.copy(
                        one, directory.resolve(original.relativize(one).toString()), COPY_ATTRIBUTES, REPLACE_EXISTING);
            }
        }
        start(AS_USUAL);
    }

    @AfterEach
    void stop() {
        changed.close();
        copy.disconnect();
        server.close();
    }

    private void start(Map<String, String> settings) {
        server = TestServer.on(directory, settings);
        copy = atOriginal.at(server);
        changed = new LogOfItsOwn(copy);
    }

    @Test
    void nothingIsFoundWhereNothingWasDone() {
        assertThat(inspected()).isNull();
        assertThat(verified(latest).outcome()).isEqualTo(Verdict.Outcome.VALID);
        assertThat(verified(earlier, latest).outcome()).isEqualTo(Verdict.Outcome.VALID);
    }

    @ParameterizedTest(name = "a bit of the {0}")
    @CsvSource(delimiter = '|', textBlock = """
            payload   | payload = set_byte(payload, octet_length(payload) - 2, get_byte(payload, octet_length(payload) - 2) # 1)
            metadata  | metadata = set_byte(metadata, 15, get_byte(metadata, 15) # 1)
            timestamp | recorded_at = recorded_at # 1
            """)
    void aFlippedBitIsFoundAtItsPosition(String what, String change) {
        copy.execute(CHANGE + "update log.event set " + change + " where position = 57");

        assertThat(inspected()).contains("position 57 ").contains("another event");
        assertFound("from position 0 to 149", verified(earlier, latest));
    }

    @Test
    void aBitThatWasFlippedInTheFilesIsFoundByTheDatabaseItself() throws IOException {
        stop();
        flipABitOfThePayload();
        start(AS_USUAL);

        assertThatExceptionOfType(EventLogUnavailableException.class)
                .isThrownBy(this::inspected)
                .withStackTraceContaining("invalid page");
    }

    @Test
    void aBitThatWasFlippedInTheFilesIsFoundAtItsPositionWhereTheDatabaseLooksAway() throws IOException {
        stop();
        flipABitOfThePayload();
        start(Map.of("ignore_checksum_failure", "on"));

        assertThat(inspected()).contains("position 57 ").contains("another event");
        assertFound("from position 0 to 149", verified(earlier, latest));
    }

    private void flipABitOfThePayload() throws IOException {
        Path file = directory.resolve(heap);
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, ISO_8859_1).indexOf(new String(payload, ISO_8859_1));
        assertThat(at).isPositive();
        bytes[at + payload.length - 2] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void aDeletedEventIsFoundAtItsPosition() {
        copy.execute(CHANGE + "delete from log.event where position = 57");

        assertThat(inspected()).contains("position 57 ");
        assertFound("position 57", verified(latest));
    }

    @Test
    void anEventThatWasTakenOutWithTheRestMovedUpIsFound() {
        copy.execute(CHANGE + "delete from log.event where position = 57; " + move(57, -1));

        assertThat(inspected()).contains("position 57 ");
        assertFound("from position 0 to 149", verified(earlier, latest));
    }

    @Test
    void anInsertedEventIsFoundAtItsPosition() {
        copy.execute(CHANGE + move(56, 1) + "insert into log.event select 57, 0, recorded_at, gen_random_uuid(),"
                + " 'sale:VAKE:0000009999', type, revision, payload, metadata from log.event where position = 58");

        assertThat(inspected()).contains("position 57 ");
        assertFound("from position 0 to 149", verified(earlier, latest));
    }

    @Test
    void swappedEventsAreFoundAtTheFirstPosition() {
        copy.execute(CHANGE + "update log.event set position = 9999 where position = 57;"
                + " update log.event set position = 57 where position = 60;"
                + " update log.event set position = 60 where position = 9999");

        assertThat(inspected()).contains("position 57 ");
        assertFound("from position 0 to 149", verified(earlier, latest));
    }

    @Test
    void aTailThatWasCutOffIsFoundAndNothingMoreIsSigned() {
        copy.execute(CHANGE + "delete from log.event where position >= 250");

        assertThat(inspected()).contains("position 250 ");
        assertFound("position 250", verified(latest));
        assertThatExceptionOfType(BrokenLogException.class)
                .isThrownBy(() -> changed.resume(changed.keys(TestKeystore.shared())))
                .withMessageContaining("ends before position 250");
    }

    @Test
    void aTreeThatWasChangedTogetherWithAnEventHasNoLongerTheRootThatWasSigned() {
        copy.execute(CHANGE + "update log.event set recorded_at = recorded_at + 1 where position = 57");
        StoredEvent forged = changed.log().read(57, 1).events().getFirst();
        copy.execute(CHANGE + "update audit.segment set hashes = overlay(hashes placing '\\x"
                + LogEntry.of(forged).leaf().hex() + "'::bytea from 57 * 32 + 1) where level = 0 and first = 0");

        assertThat(inspected()).contains("another root than was signed");
        assertFound("from position 0 to 149", verified(earlier, latest));
    }

    @Test
    void whoeverRewritesEverythingAndSignsAgainIsFoundByAnOlderCheckpoint() throws IOException {
        copy.execute(CHANGE + "update log.event set recorded_at = recorded_at + 1 where position = 57;"
                + " delete from audit.segment; delete from audit.checkpoint");
        Sealing again = changed.resume(changed.keys(TestKeystore.shared()));
        Path rewritten = file(
                "rewritten", again.seal(Leaf.of(changed.log().read(0, 1_000).events())));

        assertThat(inspected()).isNull();
        assertThat(verified(rewritten).outcome()).isEqualTo(Verdict.Outcome.VALID);
        assertFound("from position 0 to 149", verified(rewritten, earlier));
        assertFound("different histories", consistent(rewritten, latest));
    }

    private static String move(int behind, int by) {
        return String.format(
                        Locale.ROOT, "update log.event set position = position + 100000 where position > %d;", behind)
                + String.format(
                        Locale.ROOT,
                        " update log.event set position = position - 100000 + %d where position > 100000;",
                        by);
    }

    private @Nullable String inspected() {
        return changed.inspection().difference(changed.table().latest().orElseThrow());
    }

    private Verdict verified(Path... checkpoints) {
        ByteArrayOutputStream dump = new ByteArrayOutputStream();
        changed.log().read(0, 10_000).events().forEach(event -> EventLine.write(event, dump));
        try {
            return verifier().dump(Files.write(files.resolve("dump"), dump.toByteArray()), List.of(checkpoints));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Verdict consistent(Path one, Path other) {
        return verifier().consistency(one, other, Optional.empty());
    }

    private static Verifier verifier() {
        return new Verifier(TlogPolicy.of(List.of(key), List.of(), 0), new Progress(line -> {}));
    }

    private static void assertFound(String where, Verdict verdict) {
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.INVALID);
        assertThat(verdict.sentences().getFirst()).contains(where);
    }
}
