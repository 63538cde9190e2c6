package com.hotpotspot.query.witness;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.audit.AuditEvent;
import com.hotpotspot.events.audit.WitnessNode;
import com.hotpotspot.events.audit.WitnessesChosen;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.projection.Projections;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import com.hotpotspot.query.witness.WitnessChoosing.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is recorded of the choice of witnesses, over a real log. */
class WitnessChoosingTest {

    private static final WitnessSettings.Witness VAKE = TestWitnesses.of("VAKE");
    private static final WitnessSettings.Witness GORI = TestWitnesses.of("GORI");
    private static final WitnessSettings.Witness BATUMI = TestWitnesses.of("BATUMI");
    private static final WitnessSettings.Witness REGULATOR = TestWitnesses.outside("regulator");

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final WrittenLog log = new WrittenLog(database);

    @AfterEach
    void close() {
        database.close();
    }

    /** Without witnesses of its own, so that nothing is chosen but by the test. */
    @Nested
    class Looking {

        private final RunningQuerySide side = RunningQuerySide.on(database);
        private final WitnessSettings settings = TestWitnesses.settings(VAKE, GORI, BATUMI, REGULATOR);

        @AfterEach
        void close() {
            side.close();
        }

        @Test
        void aFirstChoiceIsRecordedWithScoresQuorumAndPosition() {
            givenThreeNodesThatSell();
            long position = log.head();

            assertThat(choosing(settings).look()).isEqualTo(Outcome.RECORDED);

            WitnessesChosen choice = recorded().getLast();
            assertThat(choice.quorum()).isEqualTo(3);
            assertThat(choice.position()).isEqualTo(position);
            assertThat(choice.nodes())
                    .extracting(WitnessNode::node)
                    .containsExactly(new NodeId("VAKE"), new NodeId("BATUMI"), new NodeId("GORI"));
            // One sale on one day is a thousand for sales, and a reputation of (5 × 2 + 3 × 1000 + 2 × 100) / 10. The
            // founder holds 100 + 51 + 3 + 3 of 400 units.
            assertThat(choice.nodes().getFirst())
                    .isEqualTo(new WitnessNode(
                            new NodeId("VAKE"), TestWitnesses.key("VAKE").toString(), 735, 1000, 321, 1000, 392));
        }

        @Test
        void theSameChoiceIsNotRecordedAgain() {
            givenThreeNodesThatSell();
            WitnessChoosing choosing = choosing(settings);
            choosing.look();

            log.sell(new NodeId("GORI"), "2", "2026-01-16T10:00:00Z", khinkali(1));
            caughtUp();

            assertThat(choosing.look()).isEqualTo(Outcome.UNCHANGED);
            assertThat(choosing(settings).look()).isEqualTo(Outcome.UNCHANGED);
            assertThat(recorded()).hasSize(1);
        }

        @Test
        void anotherKeyIsAnotherChoice() {
            givenThreeNodesThatSell();
            choosing(settings).look();
            WitnessSettings.Witness rotated =
                    new WitnessSettings.Witness(TestWitnesses.key("VAKE-2").toString(), VAKE.url(), "VAKE");

            caughtUp();

            assertThat(choosing(TestWitnesses.settings(rotated, GORI, BATUMI)).look())
                    .isEqualTo(Outcome.RECORDED);
            assertThat(recorded().getLast().nodes().getFirst().key()).startsWith("witness.example/VAKE-2+");
        }

        @Test
        void thatNobodyIsChosenAnyMoreIsRecordedAndThatNobodyEverWasIsNot() {
            WitnessChoosing choosing = choosing(settings);
            log.found(NetworkPurpose.LIVE);
            caughtUp();
            assertThat(choosing.look()).isEqualTo(Outcome.UNCHANGED);
            givenThreeNodesThatSellIn(log);
            caughtUp();
            assertThat(choosing.look()).isEqualTo(Outcome.RECORDED);
            log.append(new NodeDeactivated(new NodeId("GORI")));
            caughtUp();

            assertThat(choosing.look()).isEqualTo(Outcome.RECORDED);

            assertThat(recorded().getLast().nodes()).isEmpty();
            assertThat(recorded().getLast().quorum()).isZero();
            assertThat(witnesses(settings).now())
                    .isEqualTo(new CurrentWitnesses(settings.outside(), 0, WitnessState.TOO_FEW_ELIGIBLE));
        }

        @Test
        void ofSeveralProcessesThatChooseAtOnceOneRecords() throws Exception {
            givenThreeNodesThatSell();
            int processes = 4;
            CyclicBarrier start = new CyclicBarrier(processes);
            List<Future<Outcome>> outcomes;
            try (ExecutorService threads = Executors.newFixedThreadPool(processes)) {
                outcomes = threads.invokeAll(IntStream.range(0, processes)
                        .<Callable<Outcome>>mapToObj(process -> () -> {
                            WitnessChoosing choosing = choosing(settings);
                            start.await();
                            return choosing.look();
                        })
                        .toList());
            }

            assertThat(outcomes.stream().map(Future::resultNow).filter(Outcome.RECORDED::equals))
                    .hasSize(1);
            assertThat(recorded()).hasSize(1);
        }

        @Test
        void figuresThatAreBehindTheLogChooseNobody() {
            givenThreeNodesThatSell();
            side.bean(Projections.class).stop();
            log.append(new NodeDeactivated(new NodeId("GORI")));
            WitnessChoosing choosing = choosing(settings);

            assertThat(choosing.look()).isEqualTo(Outcome.BEHIND_THE_LOG);
            assertThat(recorded()).isEmpty();

            side.bean(Projections.class).start();
            caughtUp();
            assertThat(choosing.look()).isEqualTo(Outcome.UNCHANGED);
        }

        private void givenThreeNodesThatSell() {
            log.found(NetworkPurpose.LIVE);
            givenThreeNodesThatSellIn(log);
            caughtUp();
        }

        private void caughtUp() {
            side.caughtUpTo(log.head());
        }

        private WitnessChoosing choosing(WitnessSettings settings) {
            return new WitnessChoosing(
                    settings,
                    side.bean(WitnessFacts.class),
                    new RecordedChoice(side.bean(EventLog.class)),
                    side.bean(EventLog.class),
                    side.bean(Clock.class));
        }

        private Witnesses witnesses(WitnessSettings settings) {
            return new Witnesses(settings, new RecordedChoice(side.bean(EventLog.class)));
        }

        private List<WitnessesChosen> recorded() {
            return recordedIn(side.bean(EventLog.class));
        }
    }

    @Test
    void aProcessChoosesByItselfAndTellsWhomToAsk() {
        log.found(NetworkPurpose.LIVE);
        givenThreeNodesThatSellIn(log);

        try (RunningQuerySide side = RunningQuerySide.on(
                database,
                Stream.concat(
                                Stream.of("hotpotspot.audit.choose-witnesses-every=100ms"),
                                Stream.of(TestWitnesses.properties(REGULATOR, VAKE, GORI, BATUMI)))
                        .toArray(String[]::new))) {
            Witnesses witnesses = side.bean(Witnesses.class);
            await().atMost(Duration.ofSeconds(20)).until(() -> witnesses.quorum() == 3);

            assertThat(witnesses.now().state()).isEqualTo(WitnessState.WITNESSED);
            assertThat(witnesses.current())
                    .extracting(ChosenWitness::node)
                    .containsExactly(new NodeId("VAKE"), new NodeId("BATUMI"), new NodeId("GORI"), null);
            assertThat(witnesses.current().getFirst().key()).isEqualTo(TestWitnesses.key("VAKE"));
            assertThat(witnesses.current().getLast().url().toString()).isEqualTo("https://witness.example/regulator");

            // Another process, which a node has fallen out of the settings of.
            Witnesses others =
                    new Witnesses(TestWitnesses.settings(VAKE, GORI), new RecordedChoice(side.bean(EventLog.class)));
            assertThat(others.current()).extracting(ChosenWitness::node).doesNotContain(new NodeId("BATUMI"));
            assertThat(others.quorum()).isEqualTo(3);

            log.append(new NodeDeactivated(new NodeId("GORI")));

            await().atMost(Duration.ofSeconds(20)).until(() -> witnesses.quorum() == 0);
            assertThat(witnesses.current()).singleElement().matches(ChosenWitness::isOutside);
        }
    }

    @Test
    void withoutAWitnessOfANodeNothingIsRecorded() {
        log.found(NetworkPurpose.LIVE);
        givenThreeNodesThatSellIn(log);
        long head = log.head();

        try (RunningQuerySide side = RunningQuerySide.on(
                database,
                Stream.concat(
                                Stream.of("hotpotspot.audit.choose-witnesses-every=1ms"),
                                Stream.of(TestWitnesses.properties(REGULATOR)))
                        .toArray(String[]::new))) {
            side.caughtUpTo(head);

            assertThat(side.bean(Witnesses.class).now())
                    .isEqualTo(new CurrentWitnesses(
                            TestWitnesses.settings(REGULATOR).outside(), 0, WitnessState.NO_WITNESS_CONFIGURED));
        }
        assertThat(log.head()).isEqualTo(head);
    }

    private static void givenThreeNodesThatSellIn(WrittenLog log) {
        log.sell(log.register("VAKE", NodeType.OWNER, "Tbilisi"), "1", "2026-01-15T10:00:00Z", khinkali(1));
        log.sell(log.register("GORI", NodeType.FRANCHISE, "Gori"), "1", "2026-01-15T10:00:00Z", khinkali(1));
        log.sell(log.register("BATUMI", NodeType.FRANCHISE, "Batumi"), "1", "2026-01-15T10:00:00Z", khinkali(1));
    }

    private static List<WitnessesChosen> recordedIn(EventLog log) {
        return log.readStream(AuditEvent.WITNESSES, 0, 100).stream()
                .map(StoredEvent::event)
                .map(WitnessesChosen.class::cast)
                .toList();
    }
}
