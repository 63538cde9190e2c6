package com.hotpotspot.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.keystore.Passphrase;
import com.hotpotspot.keystore.SecretName;
import com.hotpotspot.keystore.TestKeystore;
import com.hotpotspot.outside.BoundedHttp;
import com.hotpotspot.query.audit.TreeTable.Sealed;
import com.hotpotspot.query.testing.Dishes;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import com.hotpotspot.query.witness.ChosenWitness;
import com.hotpotspot.query.witness.CurrentWitnesses;
import com.hotpotspot.query.witness.WitnessState;
import com.hotpotspot.tlog.checkpoint.Checkpoint;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.checkpoint.TlogPolicy;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.note.KeyName;
import com.hotpotspot.tlog.note.NoteSigner;
import com.hotpotspot.tlog.note.VerifierKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** A log that does not hold any longer what was signed of it is never signed again, however that came about. */
class PutBackLogTest {

    private static final String CHANGE = "set session_replication_role = replica; ";

    private final List<TestWitness> running = new ArrayList<>();
    private TestDatabase database;
    private WrittenLog log;
    private NodeId node;
    private LogOfItsOwn audit;
    private LogKeys keys;
    private int sales;

    @BeforeEach
    void sell() {
        database = TestDatabase.with(SchemaModule.LOG, new AuditConfiguration().auditSchema());
        log = new WrittenLog(database);
        log.found(NetworkPurpose.LIVE);
        node = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        sell(3);
        audit = new LogOfItsOwn(database);
        keys = audit.keys(TestKeystore.shared());
    }

    @AfterEach
    void drop() {
        running.forEach(TestWitness::close);
        audit.close();
        database.close();
    }

    @Test
    void eachStepLooksAgainAtTheEndOfWhatWasSigned() {
        Sealing sealing = audit.resume(keys);
        seal(sealing);
        long size = sealing.size();
        cut(size - 6);

        sell(1);
        assertThatExceptionOfType(BrokenLogException.class)
                .isThrownBy(() -> seal(sealing))
                .withMessageContaining("its last 3 events are missing")
                .withMessageContaining("When sealing stops");

        sell(2);
        assertThatExceptionOfType(BrokenLogException.class)
                .isThrownBy(() -> seal(audit.resume(keys)))
                .withMessageContaining("At position " + (size - 1) + " the event log has another event");
        assertThat(size()).isEqualTo(size);
    }

    @Test
    void aStepThatFindsOtherEventsPublishesNothing() {
        Sealing sealing = audit.resume(keys);
        seal(sealing);
        long size = sealing.size();
        cut(size - 6);
        sell(5);

        assertThatExceptionOfType(BrokenLogException.class)
                .isThrownBy(() -> seal(sealing))
                .withMessageContaining("another event than was sealed there");

        assertThat(size()).isEqualTo(size);
        assertThat(kept().checkpoint().size()).isEqualTo(size);
    }

    @Test
    void aLogThatShrinksIsNoticedThoughNothingIsSold() {
        LogBuilder builder = audit.builder(TestKeystore.shared());
        builder.start();
        try {
            await().until(() -> size() == log.head() + 1);
            long size = size();

            database.execute(CHANGE + "delete from log.event where position = " + (size - 1));

            await().until(() -> builder.state() instanceof SealingState.Refusing);
            assertThat(builder.state().inWords()).contains("Nothing more is signed", "its last 1 events are missing");
        } finally {
            builder.stop();
        }
    }

    @Test
    void anOlderCopyOfTheDatabaseIsNotSigned() {
        long before = sealTwice();
        putBack(before);

        assertNothingIsSigned("The high-water mark ", "only " + before + " are here");
    }

    @Test
    void anOlderCopyThatHasBeenSoldIntoIsNotSignedEither() {
        long before = sealTwice();
        putBack(before);
        sell(4);

        assertNothingIsSigned("The high-water mark ", "other events there now");
    }

    @Test
    void aLogThatWasMadeAnewIsNotSignedInPlaceOfTheOldOne() {
        sealTwice();
        putBack(0);
        sell(20);

        assertNothingIsSigned("The high-water mark ", "other events there now");
    }

    @Test
    void aCheckpointThatWasKeptAndNotPublishedIsNoObstacle() {
        long before = sealTwice();
        long marked = kept().checkpoint().size();
        database.execute(CHANGE + "delete from audit.checkpoint where size > " + before
                + "; delete from audit.segment where first >= " + before);

        Sealing sealing = audit.resume(keys);

        assertThat(sealing.size()).isEqualTo(before);
        seal(sealing);
        assertThat(sealing.size()).isEqualTo(marked);
        assertThat(audit.inspection().difference(audit.table().latest().orElseThrow()))
                .isNull();
    }

    @Test
    void whatIsSignedIsKeptOutsideOfTheDatabaseToo() {
        Sealing sealing = audit.resume(keys);
        assertThat(audit.mark()).doesNotExist();
        for (int i = 0; i < 3; i++) {
            sell(1);
            Sealed latest = seal(sealing);

            assertThat(kept()).isEqualTo(latest.checkpoint());
        }
    }

    @Test
    void aMissingMarkIsMadeFromWhatTheDatabaseHas() throws IOException {
        sealTwice();
        SignedCheckpoint last = kept();
        Files.delete(audit.mark());

        audit.resume(keys);

        assertThat(kept()).isEqualTo(last);
    }

    @Test
    void aMarkThatDisappearsWhileItIsSealedIsMadeAnew() throws IOException {
        Sealing sealing = audit.resume(keys);
        seal(sealing);
        Files.delete(audit.mark());
        sell(1);

        assertThatExceptionOfType(Sealing.OvertakenException.class).isThrownBy(() -> seal(sealing));
        seal(audit.resume(keys));

        assertThat(kept().checkpoint().size()).isEqualTo(log.head() + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "rubbish", "hotpotspot.example/audit\n12\n"})
    void aMarkThatIsRubbishIsNeverPassedOver(String content) throws IOException {
        sealTwice();
        Files.writeString(audit.mark(), content);

        assertNothingIsSigned("The high-water mark ", "is damaged");
        assertThat(audit.mark()).hasContent(content);
    }

    @Test
    void aMarkThatWasCutIsNeverPassedOver() throws IOException {
        sealTwice();
        byte[] whole = Files.readAllBytes(audit.mark());
        Files.write(audit.mark(), Arrays.copyOf(whole, whole.length - 1));

        assertNothingIsSigned("The high-water mark ", "is damaged");
    }

    @Test
    void aMarkThatThisLogHasNotSignedIsNeverPassedOver() throws IOException {
        sealTwice();
        KeyName origin = LogOfItsOwn.settings().origin();
        Files.write(
                audit.mark(),
                SignedCheckpoint.by(
                                NoteSigner.ofLog(origin, new byte[32]),
                                new Checkpoint(origin.value(), 1, Hash.EMPTY_TREE))
                        .bytes());

        assertNothingIsSigned("The high-water mark ", "no key of this log has signed");
    }

    @Test
    void whatCannotBeKeptIsNotPublished() {
        try (LogOfItsOwn elsewhere = new LogOfItsOwn(
                database, audit.mark().resolveSibling("not-mounted").resolve("mark"))) {
            Sealing sealing = elsewhere.resume(keys);

            assertThatExceptionOfType(BrokenLogException.class)
                    .isThrownBy(() -> seal(sealing))
                    .withMessageContaining("cannot be written");
        }
        assertThat(size()).isZero();
    }

    @Test
    void aWitnessRemembersWhatADirectoryThatWasPutBackAsAWholeHasForgotten() throws IOException {
        ChosenWitness witness = witness();
        long before = sealTwiceCosigned(witness);
        putBack(before);
        Files.delete(audit.mark());
        sell(1);

        assertRefuses(
                memory(Duration.ofMinutes(10), witness),
                "The witness witness.example/w1 has a checkpoint over " + (before + 6) + " events");
        assertThat(size()).isEqualTo(before);
    }

    @Test
    void aWitnessIsBelievedInWhatItOnlyClaimsBeforeTheFirstSignature() {
        seal(audit.resume(keys));
        TestWitness claiming = TestWitness.answering(409, "9999\n");
        running.add(claiming);

        assertRefuses(
                memory(Duration.ofMinutes(10), claiming.of(null)),
                "says that it has cosigned 9999 events",
                "take it out of hotpotspot.audit.witnesses");
    }

    @Test
    void whoeverIsBehindOrKnowsNothingStopsNobody() {
        ChosenWitness witness = witness();
        seal(audit.resume(keys));
        TestWitness liar = TestWitness.answering("nonsense");
        running.add(liar);
        sell(1);

        assertGoesOn(memory(Duration.ofMinutes(10), witness, liar.of(null)));
    }

    @Test
    void whoeverCannotBeReachedIsWaitedForAndNotForEver() {
        ChosenWitness away = witness();
        running.removeFirst().close();
        LogBuilder patient = audit.builder(TestKeystore.shared(), memory(Duration.ofMinutes(10), away));
        patient.start();
        try {
            await().until(() -> patient.state() instanceof SealingState.Asking);
            assertThat(patient.state().inWords())
                    .contains("The witness witness.example/w1 (nobody answers at its address)");
            assertThat(size()).isZero();
        } finally {
            patient.stop();
        }

        assertGoesOn(memory(Duration.ZERO, away));
    }

    @Test
    void aPeerThatPublishesMoreThanIsHereStopsSealing() {
        long before = sealTwice();
        try (RunningQuerySide peer = RunningQuerySide.on(database)) {
            Peer asked = new Peer(new BoundedHttp(), URI.create(peer.url("")));
            SignedCheckpoint published = asked(asked).orElseThrow();
            assertThat(published.checkpoint().size()).isEqualTo(before + 6);
        }
        SignedCheckpoint published = kept();
        putBack(before);
        Sealing sealing = afterLosingTheMark();

        assertThatExceptionOfType(BrokenLogException.class)
                .isThrownBy(() -> sealing.compare(new Remembered("The peer", published)))
                .withMessageContaining("The peer has a checkpoint over " + (before + 6) + " events");
    }

    /** What was signed since bears only the signature of a key that the older keystore does not have. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoeverShowsMoreStopsAnOlderKeystoreThatWasPutBackWithAnOlderLog(boolean peer, @TempDir Path directory)
            throws IOException {
        Path older = directory.resolve("older");
        try (Passphrase passphrase = Passphrase.generate()) {
            long before;
            SignedCheckpoint givenOut;
            try (Keystore keystore = Keystore.create(directory.resolve("keystore"), passphrase)) {
                keys = audit.keys(keystore);
                seal(audit.resume(keys));
                before = size();
                Files.copy(directory.resolve("keystore"), older);
                keystore.rotate(SecretName.AUDIT, new byte[32]);
                Sealing rotated = audit.resume(keys);
                seal(rotated);
                sell(2);
                givenOut = seal(rotated).checkpoint();
            }
            putBack(before);
            database.execute(CHANGE + "delete from audit.key where version > 1");
            Files.delete(audit.mark());
            sell(5);
            try (Keystore keystore = Keystore.open(older, passphrase)) {
                keys = audit.keys(keystore);
                assertThat(audit.resume(keys).size()).isEqualTo(before);

                assertRefuses(
                        keys,
                        peer ? askingPeer(givenOut) : askingWitness(givenOut),
                        peer ? "The peer http://localhost:" : "The witness witness.example/mirror",
                        "a checkpoint over " + givenOut.checkpoint().size() + " events in the name of this log",
                        before + " events are signed here",
                        "put back the newer keystore and the newer database",
                        "take whoever shows it out of hotpotspot.audit.peers or hotpotspot.audit.witnesses");
            }
            assertThat(size()).isEqualTo(before);
        }
    }

    @Test
    void anotherCheckpointOfTheSameSizeStopsSealingWhoeverHasSignedIt() {
        Sealing sealing = audit.resume(keys);
        seal(sealing);
        long size = size();
        sell(1);

        assertRefuses(
                keys,
                askingPeer(byAStranger(LogOfItsOwn.settings().origin(), size)),
                "a checkpoint over " + size + " events in the name of this log");
        assertThat(size()).isEqualTo(size);
    }

    @Test
    void whatNoKeyOfThisLogHasSignedStopsNobodyIfItIsNotAhead() {
        seal(audit.resume(keys));
        sell(1);

        assertGoesOn(askingPeer(byAStranger(LogOfItsOwn.settings().origin(), size() - 1)));
        sell(1);
        assertGoesOn(askingPeer(byAStranger(new KeyName("another.example/audit"), size() + 1_000)));
    }

    @Test
    void whoeverShowsMoreOfAnUnknownKeyWhileItIsSealedStopsSealing() {
        LogBuilder builder = audit.builder(TestKeystore.shared());
        builder.start();
        try {
            await().until(() -> size() == log.head() + 1);
            KeyName origin = LogOfItsOwn.settings().origin();

            builder.tell(new Remembered("The witness behind", byAStranger(origin, size() - 1)));
            sell(1);
            await().until(() -> size() == log.head() + 1);
            builder.tell(new Remembered("The witness ahead", byAStranger(origin, size() + 1)));

            await().until(() -> builder.state() instanceof SealingState.Refusing);
            assertThat(builder.state().inWords()).contains("The witness ahead has a checkpoint over");
        } finally {
            builder.stop();
        }
    }

    private static SignedCheckpoint byAStranger(KeyName origin, long size) {
        return SignedCheckpoint.by(
                NoteSigner.ofLog(origin, new byte[32]), new Checkpoint(origin.value(), size, Hash.EMPTY_TREE));
    }

    private OutsideMemory askingPeer(SignedCheckpoint shown) {
        Keeper peer = new Peer(new BoundedHttp(), showing(shown).of(null).url());
        return new OutsideMemory(LogOfItsOwn.settings().origin(), List.of(peer), Duration.ofMinutes(10));
    }

    private OutsideMemory askingWitness(SignedCheckpoint shown) {
        return memory(Duration.ofMinutes(10), showing(shown).of(null));
    }

    private TestWitness showing(SignedCheckpoint shown) {
        TestWitness showing = TestWitness.showing(shown);
        running.add(showing);
        return showing;
    }

    @Test
    void aWitnessThatShowsMoreWhileItIsSealedStopsSealing() {
        long before = sealTwice();
        SignedCheckpoint shown = kept();
        putBack(before);
        afterLosingTheMark();
        LogBuilder builder = audit.builder(TestKeystore.shared());
        builder.start();
        try {
            await().until(() -> builder.state().equals(new SealingState.Working()));

            builder.tell(new Remembered("The witness w", shown));

            await().until(() -> builder.state() instanceof SealingState.Refusing);
            assertThat(builder.state().inWords()).contains("The witness w has a checkpoint over");
        } finally {
            builder.stop();
        }
    }

    /** The steps of the operator's guide, for a network that has lost for good what it gave out. */
    @Test
    void whatIsLeftAfterALossGoesOnUnderAnotherNameWithAnotherKey(@TempDir Path directory) throws IOException {
        try (Passphrase passphrase = Passphrase.generate();
                Keystore keystore = Keystore.create(directory.resolve("keystore"), passphrase)) {
            keys = audit.keys(keystore);
            long before = sealTwice();
            VerifierKey old = audit.table().keys().getFirst().verifierKey();
            putBack(before);
            assertNothingIsSigned("The high-water mark ");

            keystore.rotate(SecretName.AUDIT, new byte[32]);
            database.execute(CHANGE + "delete from audit.segment; delete from audit.checkpoint; delete from audit.key");
            KeyName name = new KeyName("hotpotspot.example/2/audit");
            try (LogOfItsOwn next = new LogOfItsOwn(database)) {
                Sealing sealing = next.resume(new LogKeys(keystore, name), name);
                SignedCheckpoint checkpoint = sealing.seal(
                                Leaf.of(next.log().read(0, 1_000).events()))
                        .checkpoint();

                VerifierKey fresh = next.table().keys().getLast().verifierKey();
                assertThat(fresh.hasPublicKeyOf(old)).isFalse();
                assertThat(checkpoint.checkpoint().origin()).isEqualTo(name.value());
                assertThat(checkpoint.checkpoint().size()).isEqualTo(before);
                assertThat(TlogPolicy.of(List.of(fresh), List.of(), 0)
                                .trust(checkpoint)
                                .log())
                        .isEqualTo(fresh);
            }
        }
    }

    @Test
    void healthIsDownAndPageAndReportSayTheSame() {
        long before = sealTwice();
        putBack(before);
        try (RunningQuerySide side = RunningQuerySide.on(
                database,
                "hotpotspot.audit.seal=true",
                "hotpotspot.audit.high-water-mark=" + audit.mark(),
                "hotpotspot.keystore.file=" + TestKeystore.shared().file(),
                "hotpotspot.keystore.passphrase-file=" + TestKeystore.shared().passphraseFile())) {
            String sentence = "only " + before + " are here";
            await().until(() -> side.bean(LogBuilder.class).state() instanceof SealingState.Refusing);

            assertThat(text(side, "/api/v1/health")).contains("\"status\":\"DOWN\"", sentence, "When sealing stops");
            assertThat(text(side, "/api/v1/audit")).contains("\"well\":false", sentence);
            assertThat(text(side, "/audit")).contains(sentence, "When sealing stops");
            side.nobody()
                    .get()
                    .uri("/actuator/health")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503);
        }
    }

    private static String text(RunningQuerySide side, String path) {
        byte[] body = side.client()
                .get()
                .uri(path)
                .accept(MediaType.TEXT_HTML, MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(body, UTF_8);
    }

    private static Optional<SignedCheckpoint> asked(Peer peer) {
        try {
            return peer.shown(LogOfItsOwn.settings().origin());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Sealing afterLosingTheMark() {
        try {
            Files.delete(audit.mark());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return audit.resume(keys);
    }

    /** Answers how many events the first of two checkpoints is over; the second is over six more. */
    private long sealTwice() {
        Sealing sealing = audit.resume(keys);
        seal(sealing);
        long before = sealing.size();
        sell(2);
        seal(sealing);
        return before;
    }

    private long sealTwiceCosigned(ChosenWitness witness) {
        long before = sealTwice();
        SignedCheckpoint latest = kept();
        PublishedTree tree = audit.tree(() -> new CurrentWitnesses(List.of(), 0, WitnessState.NO_WITNESS_CONFIGURED));
        try {
            new WitnessClient(new BoundedHttp(), witness, 0)
                    .cosign(
                            latest,
                            size -> tree.consistency(size, latest.checkpoint().size())
                                    .orElseThrow());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return before;
    }

    /** As a copy of the database would be, that was made when it had so many events. */
    private void putBack(long size) {
        cut(size);
        database.execute(CHANGE + "delete from audit.checkpoint where size > " + size
                + "; delete from audit.segment where first >= " + size);
    }

    /** So that the database itself sees nothing missing, as in an older copy, or after somebody who knew what to do. */
    private void cut(long size) {
        database.execute(CHANGE + "delete from log.event where position >= " + size
                + "; update log.head set position = " + (size - 1)
                + ", event_id = (select event_id from log.event where position = " + (size - 1) + ")");
    }

    private void assertNothingIsSigned(String... sentence) {
        long size = size();
        assertThatExceptionOfType(BrokenLogException.class)
                .isThrownBy(() -> audit.resume(keys))
                .satisfies(e -> assertThat(e.getMessage()).contains(sentence));
        assertThat(size()).isEqualTo(size);
    }

    private void assertRefuses(OutsideMemory outside, String... sentence) {
        assertRefuses(keys, outside, sentence);
    }

    private void assertRefuses(LogKeys keys, OutsideMemory outside, String... sentence) {
        LogBuilder builder = audit.builder(keys, outside);
        builder.start();
        try {
            await().until(() -> builder.state() instanceof SealingState.Refusing);
            assertThat(builder.state().inWords()).contains(sentence);
        } finally {
            builder.stop();
        }
    }

    private void assertGoesOn(OutsideMemory outside) {
        LogBuilder builder = audit.builder(TestKeystore.shared(), outside);
        builder.start();
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> size() == log.head() + 1);
        } finally {
            builder.stop();
        }
    }

    private OutsideMemory memory(Duration atMost, ChosenWitness... witnesses) {
        BoundedHttp http = new BoundedHttp();
        return new OutsideMemory(
                LogOfItsOwn.settings().origin(),
                Arrays.stream(witnesses)
                        .<Keeper>map(witness -> new WitnessClient(http, witness, 0))
                        .toList(),
                atMost);
    }

    private ChosenWitness witness() {
        audit.keyRecords(keys).bringUpToDate();
        TestWitness witness = TestWitness.of(audit.table().keys().getFirst().verifierKey(), running.size() + 1);
        running.add(witness);
        return witness.of(null);
    }

    private long size() {
        return audit.table().latest().map(Sealed::size).orElse(0L);
    }

    private SignedCheckpoint kept() {
        return new HighWaterMark(audit.mark()).read().orElseThrow();
    }

    private Sealed seal(Sealing sealing) {
        return sealing.seal(Leaf.of(audit.log().read(sealing.size(), 1_000).events()));
    }

    private void sell(int more) {
        for (int i = 0; i < more; i++) {
            log.sell(node, Integer.toString(++sales), "2026-11-20T10:00:00Z", Dishes.khinkali(5));
        }
    }
}
