package com.hotpotspot.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.keystore.TestKeystore;
import com.hotpotspot.query.audit.TreeTable.Sealed;
import com.hotpotspot.query.testing.Dishes;
import com.hotpotspot.query.testing.WrittenLog;
import com.hotpotspot.query.witness.ChosenWitness;
import com.hotpotspot.query.witness.CurrentWitnesses;
import com.hotpotspot.query.witness.WitnessState;
import com.hotpotspot.tlog.checkpoint.TlogPolicy;
import com.hotpotspot.tlog.checkpoint.TrustedCheckpoint;
import com.hotpotspot.tlog.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checkpoints with the signatures of witnesses, over real HTTP. */
class CosigningTest {

    private final List<TestWitness> running = new ArrayList<>();
    private final List<Remembered> shown = new CopyOnWriteArrayList<>();
    private TestDatabase database;
    private WrittenLog log;
    private NodeId node;
    private LogOfItsOwn audit;
    private Sealing sealing;
    private VerifierKey key;
    private long sales;

    @BeforeEach
    void seal() {
        database = TestDatabase.with(SchemaModule.LOG, new AuditConfiguration().auditSchema());
        log = new WrittenLog(database);
        log.found(NetworkPurpose.LIVE);
        node = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        audit = new LogOfItsOwn(database);
        sealing = audit.resume(audit.keys(TestKeystore.shared()));
        key = audit.table().keys().getFirst().verifierKey();
        sealNext();
    }

    @AfterEach
    void stop() {
        running.forEach(TestWitness::close);
        audit.close();
        database.close();
    }

    @Test
    void aCheckpointIsPublishedAsSoonAsEnoughNodesHaveSignedIt() {
        List<ChosenWitness> nodes = List.of(witness("VAKE"), witness("GORI"), witness("BATUMI"));
        ChosenWitness regulator = witness(null);
        CurrentWitnesses current =
                current(3, Stream.concat(nodes.stream(), Stream.of(regulator)).toList());
        PublishedTree tree = audit.tree(() -> current);
        try (Running cosigning = new Running(tree, current)) {
            for (int i = 0; i < 3; i++) {
                long size = sealNext();
                await().until(() -> tree.latest().orElseThrow().size() == size
                        && audit.table().cosignatures(size).size() == 4);
            }
            TlogPolicy all = TlogPolicy.of(
                    List.of(key),
                    current.witnesses().stream().map(ChosenWitness::key).toList(),
                    4);

            TrustedCheckpoint trusted = all.trust(tree.checkpoint().orElseThrow());

            assertThat(trusted.cosignatures()).hasSize(4);
            assertThat(cosigning.of().refusal(regulator.key())).isEmpty();
            assertThat(all.trust(tree.proof(2).orElseThrow().checkpoint()).cosignatures())
                    .hasSize(4);
        }
    }

    @Test
    void untilEnoughHaveSignedTheLastOneThatEnoughHadSignedStaysPublished() {
        CurrentWitnesses current = current(2, List.of(witness("VAKE"), witness("GORI")));
        PublishedTree tree = audit.tree(() -> current);
        long before = sealNext();
        try (Running cosigning = new Running(tree, current)) {
            await().until(() ->
                    tree.size() == before && audit.table().cosignatures(before).size() == 2);
            running.getFirst().close();

            long after = sealNext();
            await().until(() -> audit.table().cosignatures(after).size() == 1);
            await().until(
                            () -> cosigning
                                    .of()
                                    .refusal(current.witnesses().getFirst().key()),
                            refusal -> refusal.filter("nobody answers at its address"::equals)
                                    .isPresent());

            assertThat(tree.size()).isEqualTo(before);
        }
        for (int i = 0; i < 30; i++) {
            sealNext();
        }
        assertThat(tree.size())
                .isEqualTo(audit.table().latest().map(Sealed::size).orElseThrow());
    }

    @Test
    void aWitnessThatAnswersNonsenseIsNotBelieved() {
        TestWitness liar = TestWitness.answering("\u2014 witness.example/liar AAAAAAAAAAAAAAAA\n");
        running.add(liar);
        CurrentWitnesses current = current(0, List.of(liar.of("VAKE")));
        PublishedTree tree = audit.tree(() -> current);
        try (Running cosigning = new Running(tree, current)) {
            await().until(
                            () -> cosigning.of().refusal(liar.of("VAKE").key()),
                            refusal -> refusal.filter(reason -> reason.contains("no valid signature"))
                                    .isPresent());
        }

        assertThat(audit.table()
                        .cosignatures(audit.table().latest().orElseThrow().size()))
                .isEmpty();
    }

    @Test
    void aWitnessRefusesAPastThatWasRewrittenAndSignedAgainAndShowsWhatItHas() throws IOException {
        ChosenWitness witness = witness("VAKE");
        CurrentWitnesses current = current(0, List.of(witness));
        PublishedTree honest = audit.tree(() -> current);
        try (Running cosigning = new Running(honest, current)) {
            await().until(() -> audit.table().lastCosigned(witness.key()) > 0);
            assertThat(cosigning.of().refusal(witness.key())).isEmpty();
        }
        database.execute("set session_replication_role = replica;"
                + " update log.event set recorded_at = recorded_at + 1 where position = 0;"
                + " delete from audit.segment; delete from audit.cosignature; delete from audit.checkpoint");
        Files.delete(audit.mark());
        sealing = audit.resume(audit.keys(TestKeystore.shared()));
        long rewritten = sealNext();
        PublishedTree forged = audit.tree(() -> current);

        try (Running cosigning = new Running(forged, current)) {
            await().until(
                            () -> cosigning.of().refusal(witness.key()),
                            refusal -> refusal.filter(reason -> reason.contains("422"))
                                    .isPresent());
        }

        assertThat(audit.table().cosignatures(rewritten)).isEmpty();
        assertThat(shown).isNotEmpty().allSatisfy(remembered -> {
            assertThat(remembered.keeper()).isEqualTo("The witness witness.example/w1");
            assertThatExceptionOfType(BrokenLogException.class)
                    .isThrownBy(() -> sealing.compare(remembered))
                    .withMessageContaining("the log has other events there now");
        });
    }

    private long sealNext() {
        log.sell(node, Long.toString(++sales), "2026-11-20T10:00:00Z", Dishes.khinkali(5));
        return sealing.seal(Leaf.of(audit.log().read(sealing.size(), 1_000).events()))
                .size();
    }

    private ChosenWitness witness(@Nullable String ofNode) {
        TestWitness witness = TestWitness.of(key, running.size() + 1);
        running.add(witness);
        return witness.of(ofNode);
    }

    private static CurrentWitnesses current(int quorum, List<ChosenWitness> witnesses) {
        return new CurrentWitnesses(witnesses, quorum, WitnessState.WITNESSED);
    }

    /** Cosigning, until the end of a block. */
    private final class Running implements AutoCloseable {

        private final Cosigning cosigning;

        Running(PublishedTree tree, CurrentWitnesses witnesses) {
            cosigning = new Cosigning(
                    audit.table(),
                    tree,
                    () -> witnesses,
                    Duration.ofMillis(20),
                    LogOfItsOwn.settings().origin(),
                    shown::add);
            cosigning.start();
        }

        Cosigning of() {
            return cosigning;
        }

        @Override
        public void close() {
            cosigning.stop();
        }
    }
}
