package com.hotpotspot.query.audit;

import com.hotpotspot.outside.BoundedHttp;
import com.hotpotspot.query.audit.TreeTable.Sealed;
import com.hotpotspot.query.witness.ChosenWitness;
import com.hotpotspot.query.witness.CurrentWitnesses;
import com.hotpotspot.routine.Ongoing;
import com.hotpotspot.routine.Rest;
import com.hotpotspot.routine.Routine;
import com.hotpotspot.tlog.note.KeyName;
import com.hotpotspot.tlog.note.NoteSignature;
import com.hotpotspot.tlog.note.VerifierKey;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Asks the witnesses for their signatures under the last checkpoint, all at once, and keeps what they answer. Nobody
 * waits for it: a witness that is slow or away costs its own signature only.
 */
final class Cosigning implements Ongoing, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Cosigning.class);

    /** Each may be asked three times: for a signature, again from where it is, and for what it has. */
    private static final Duration ONE_ROUND =
            BoundedHttp.PATIENCE.multipliedBy(3).plusSeconds(1);

    private static final Duration STOP_WITHIN = BoundedHttp.PATIENCE.multipliedBy(2);

    private final TreeTable table;
    private final PublishedTree tree;
    private final Supplier<CurrentWitnesses> witnesses;
    private final Duration every;
    private final KeyName origin;
    private final Consumer<Remembered> shown;
    private final BoundedHttp http = new BoundedHttp();
    private final Map<VerifierKey, WitnessClient> clients = new ConcurrentHashMap<>();
    private final Map<VerifierKey, String> refusals = new ConcurrentHashMap<>();
    private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();
    private final Routine routine = Routine.spare("cosigning", "ask the witnesses", this::askAll);

    /**
     * @param shown takes what a witness has that does not cosign, so that it is found out who is right; must not wait
     */
    Cosigning(
            TreeTable table,
            PublishedTree tree,
            Supplier<CurrentWitnesses> witnesses,
            Duration every,
            KeyName origin,
            Consumer<Remembered> shown) {
        this.table = table;
        this.tree = tree;
        this.witnesses = witnesses;
        this.every = every;
        this.origin = origin;
        this.shown = shown;
    }

    /** Why a witness has not signed when it was asked last, in words; empty if it has. */
    Optional<String> refusal(VerifierKey witness) {
        return Optional.ofNullable(refusals.get(witness));
    }

    @Override
    public Routine routine() {
        return routine;
    }

    @Override
    public void start() {
        routine.start();
    }

    @Override
    public void stop() {
        routine.stop(STOP_WITHIN);
        asking.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return routine.isRunning();
    }

    private Rest askAll() throws InterruptedException {
        List<ChosenWitness> all = witnesses.get().witnesses();
        Sealed latest = all.isEmpty() ? null : table.latest().orElse(null);
        if (latest != null) {
            ask(all, latest);
        }
        return Rest.of(every);
    }

    private void ask(List<ChosenWitness> all, Sealed latest) throws InterruptedException {
        List<Future<?>> asked = new ArrayList<>();
        for (ChosenWitness witness : all) {
            if (table.lastCosigned(witness.key()) < latest.size()) {
                asked.add(asking.submit(() -> ask(witness, latest)));
            }
        }
        long until = System.nanoTime() + ONE_ROUND.toNanos();
        for (Future<?> one : asked) {
            try {
                one.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                LOG.error("A witness could not be asked", e.getCause());
            } catch (TimeoutException e) {
                // Its answer comes a byte at a time, and the others have waited long enough.
                LOG.debug("A witness is given up for this time", e);
                one.cancel(true);
            }
        }
    }

    private void ask(ChosenWitness witness, Sealed latest) {
        WitnessClient client = clients.computeIfAbsent(
                witness.key(), key -> new WitnessClient(http, witness, table.lastCosigned(key)));
        try {
            NoteSignature cosignature = client.cosign(
                    latest.checkpoint(),
                    size -> tree.consistency(size, latest.size()).orElseThrow());
            table.cosigned(latest.size(), witness.key(), cosignature);
            if (refusals.remove(witness.key()) != null) {
                LOG.info("Witness {} cosigns again", witness.key().name());
            }
        } catch (WitnessClient.RefusedException e) {
            refused(witness, e);
            askWhatItHas(client);
        } catch (IOException e) {
            refused(witness, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refused(ChosenWitness witness, IOException e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (!reason.equals(refusals.put(witness.key(), reason))) {
            LOG.warn("Witness {} did not cosign: {}", witness.key().name(), reason);
        }
    }

    private void askWhatItHas(WitnessClient client) {
        try {
            client.shown(origin).ifPresent(has -> shown.accept(new Remembered(client.title(), has)));
        } catch (IOException e) {
            LOG.debug("{} does not show what it has", client.title(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
