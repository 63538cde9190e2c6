package com.hotpotspot.query.witness;

import static java.util.stream.Collectors.toMap;

import com.hotpotspot.eventlog.Channel;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.eventlog.NewEvent;
import com.hotpotspot.eventlog.SequenceTakenException;
import com.hotpotspot.eventlog.Trail;
import com.hotpotspot.events.audit.AuditEvent;
import com.hotpotspot.events.audit.WitnessNode;
import com.hotpotspot.events.audit.WitnessesChosen;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.routine.Ongoing;
import com.hotpotspot.routine.Rest;
import com.hotpotspot.routine.Routine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Records a choice of witnesses whenever it differs from the last one in the log, at start and then every minute. Does
 * nothing at all where no node has a witness configured.
 *
 * <p>Processes beside each other come to the same choice. The one that is first records it; the others find its place
 * in the stream taken, and nothing left to record.
 */
@Component
final class WitnessChoosing implements Ongoing, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessChoosing.class);

    /** How soon it looks again while the figures are behind the log. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final WitnessSettings settings;
    private final WitnessFacts facts;
    private final RecordedChoice recorded;
    private final EventLog log;
    private final Clock clock;

    /** Up to where the figures must speak before anything is chosen by them; only ever used by the one thread. */
    private long awaited = EventLog.EMPTY;

    private final Routine routine = Routine.spare("witness-choosing", "choose witnesses", this::lookAndComeBack);

    WitnessChoosing(WitnessSettings settings, WitnessFacts facts, RecordedChoice recorded, EventLog log, Clock clock) {
        this.settings = settings;
        this.facts = facts;
        this.recorded = recorded;
        this.log = log;
        this.clock = clock;
    }

    /** What came of a look. */
    enum Outcome {
        BEHIND_THE_LOG,
        UNCHANGED,
        RECORDED,
        ANOTHER_WAS_FIRST
    }

    /**
     * Chooses once. Figures that are behind the log choose nobody: after a rebuild they would first choose by the
     * network of years ago.
     *
     * @throws EventLogUnavailableException if the log cannot be reached
     */
    Outcome look() {
        if (awaited == EventLog.EMPTY) {
            awaited = log.head();
        }
        WitnessFacts.AsOf asOf = facts.now();
        if (asOf.position() == EventLog.EMPTY || asOf.position() < awaited) {
            return Outcome.BEHIND_THE_LOG;
        }
        awaited = EventLog.EMPTY;
        WitnessesChosen choice = choice(asOf);
        RecordedChoice.Last last = recorded.last();
        if (keysByNode(choice).equals(last.choice() == null ? Map.of() : keysByNode(last.choice()))) {
            return Outcome.UNCHANGED;
        }
        return append(choice, last.next());
    }

    private WitnessesChosen choice(WitnessFacts.AsOf asOf) {
        WitnessChoice choice = WitnessChoice.of(asOf.scored(), settings.nodes());
        Map<NodeId, ChosenWitness> witnesses = settings.all().stream()
                .filter(witness -> !witness.isOutside())
                .collect(toMap(witness -> Objects.requireNonNull(witness.node()), witness -> witness));
        List<WitnessNode> nodes = choice.chosen().stream()
                .map(node -> chosen(node, Objects.requireNonNull(witnesses.get(node.node()))))
                .toList();
        return new WitnessesChosen(nodes, choice.quorum(), asOf.position());
    }

    private static WitnessNode chosen(ScoredNode node, ChosenWitness witness) {
        WitnessScore score = node.score();
        return new WitnessNode(
                node.node(),
                witness.key().toString(),
                score.total(),
                score.sales(),
                score.reputation(),
                score.geography(),
                score.stake());
    }

    /** What makes a choice another one; scores change with every sale. */
    private static Map<NodeId, String> keysByNode(WitnessesChosen choice) {
        return choice.nodes().stream().collect(toMap(WitnessNode::node, WitnessNode::key));
    }

    private Outcome append(WitnessesChosen choice, long sequence) {
        try {
            log.append(List.of(NewEvent.of(
                    AuditEvent.WITNESSES,
                    sequence,
                    choice,
                    Trail.ofTheSystem(Channel.WITNESS_CHOOSING),
                    clock.instant())));
        } catch (SequenceTakenException e) {
            LOG.debug("Another process has chosen witnesses", e);
            return Outcome.ANOTHER_WAS_FIRST;
        }
        LOG.info(
                "The log is witnessed by {}, of whom {} must sign",
                choice.nodes().stream().map(WitnessNode::node).toList(),
                choice.quorum());
        return Outcome.RECORDED;
    }

    private Rest lookAndComeBack() {
        Duration every = settings.chooseWitnessesEvery();
        return Rest.of(look() == Outcome.BEHIND_THE_LOG && SOON.compareTo(every) < 0 ? SOON : every);
    }

    @Override
    public Routine routine() {
        return routine;
    }

    @Override
    public void start() {
        if (!settings.nodes().isEmpty()) {
            routine.start();
        }
    }

    @Override
    public void stop() {
        routine.stop(STOP_WITHIN);
    }

    @Override
    public boolean isRunning() {
        return routine.isRunning();
    }

    /** After the projections, and before them at the end. */
    @Override
    public int getPhase() {
        return 1;
    }
}
