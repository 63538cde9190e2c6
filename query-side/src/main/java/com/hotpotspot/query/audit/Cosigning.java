package com.hotpotspot.query.audit;

import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.query.audit.TreeTable.Sealed;
import com.hotpotspot.query.witness.ChosenWitness;
import com.hotpotspot.query.witness.CurrentWitnesses;
import com.hotpotspot.verifier.note.NoteSignature;
import com.hotpotspot.verifier.note.VerifierKey;
import java.io.IOException;
import java.net.http.HttpClient;
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
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Asks the witnesses for their signatures under the last checkpoint, all at once, and keeps what they answer. Nobody
 * waits for it: a witness that is slow or away costs its own signature only.
 */
final class Cosigning implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Cosigning.class);

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TreeTable table;
    private final PublishedTree tree;
    private final Supplier<CurrentWitnesses> witnesses;
    private final Duration every;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<VerifierKey, WitnessClient> clients = new ConcurrentHashMap<>();
    private final Map<VerifierKey, String> refusals = new ConcurrentHashMap<>();
    private final AuditThread thread = new AuditThread("hps-cosigning", Thread.NORM_PRIORITY);

    Cosigning(TreeTable table, PublishedTree tree, Supplier<CurrentWitnesses> witnesses, Duration every) {
        this.table = table;
        this.tree = tree;
        this.witnesses = witnesses;
        this.every = every;
    }

    /** Why a witness has not signed when it was asked last, in words; empty if it has. */
    Optional<String> refusal(VerifierKey witness) {
        return Optional.ofNullable(refusals.get(witness));
    }

    @Override
    public void start() {
        thread.start(this::run);
    }

    @Override
    public void stop() {
        thread.stop(PATIENCE.multipliedBy(2));
    }

    @Override
    public boolean isRunning() {
        return thread.isStarted();
    }

    private void run() throws InterruptedException {
        try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
            while (!thread.pause(every)) {
                try {
                    askAll(asking);
                } catch (EventLogUnavailableException | DataAccessException e) {
                    LOG.debug("No witness is asked while the log or the database cannot be reached", e);
                } catch (RuntimeException e) {
                    LOG.error("The witnesses could not be asked", e);
                }
            }
        }
    }

    private void askAll(ExecutorService asking) throws InterruptedException {
        List<ChosenWitness> all = witnesses.get().witnesses();
        Sealed latest = all.isEmpty() ? null : table.latest().orElse(null);
        if (latest == null) {
            return;
        }
        List<Future<?>> asked = new ArrayList<>();
        for (ChosenWitness witness : all) {
            if (table.lastCosigned(witness.key()) < latest.size()) {
                asked.add(asking.submit(() -> ask(witness, latest)));
            }
        }
        for (Future<?> one : asked) {
            try {
                one.get();
            } catch (ExecutionException e) {
                LOG.error("A witness could not be asked", e.getCause());
            }
        }
    }

    private void ask(ChosenWitness witness, Sealed latest) {
        WitnessClient client = clients.computeIfAbsent(
                witness.key(), key -> new WitnessClient(http, witness, table.lastCosigned(key), PATIENCE));
        try {
            NoteSignature cosignature = client.cosign(
                    latest.checkpoint(),
                    size -> tree.consistency(size, latest.size()).orElseThrow());
            table.cosigned(latest.size(), witness.key(), cosignature);
            if (refusals.remove(witness.key()) != null) {
                LOG.info("Witness {} cosigns again", witness.key().name());
            }
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            if (!reason.equals(refusals.put(witness.key(), reason))) {
                LOG.warn("Witness {} did not cosign: {}", witness.key().name(), reason);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
