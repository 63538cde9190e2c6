package com.hotpotspot.query.audit;

import com.hotpotspot.outside.BoundedHttp;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.note.KeyName;
import com.hotpotspot.verifier.check.Trust;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks whoever keeps this log's checkpoints elsewhere what the last one was, before a process signs its first. In a
 * database that was put back as a whole, together with the high-water mark, only they can know that more was signed.
 */
final class OutsideMemory {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideMemory.class);

    /** How long those are waited for who do not answer, while enough others did. */
    private static final Duration FOR_THE_LAST = Duration.ofSeconds(30);

    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    /** Each may be asked twice. */
    private static final Duration ONE_ROUND =
            BoundedHttp.PATIENCE.multipliedBy(2).plusSeconds(1);

    private final KeyName origin;
    private final List<Keeper> keepers;
    private final Duration atMost;

    /** @param atMost how long it is waited where too few answer */
    OutsideMemory(KeyName origin, List<Keeper> keepers, Duration atMost) {
        this.origin = origin;
        this.keepers = List.copyOf(keepers);
        this.atMost = atMost;
    }

    /** Nobody. */
    static OutsideMemory none(KeyName origin) {
        return new OutsideMemory(origin, List.of(), Duration.ZERO);
    }

    /**
     * Asks until everybody has answered; or more than two thirds, and the rest does not for half a minute; or the time
     * is over.
     *
     * @param latest reads the last checkpoint in the database
     * @throws BrokenLogException if one of them has what this log does not hold
     */
    void ask(Sealing sealing, Supplier<Optional<SignedCheckpoint>> latest, Waiting waiting)
            throws InterruptedException {
        Map<Keeper, String> silent = new LinkedHashMap<>();
        keepers.forEach(keeper -> silent.put(keeper, "not asked yet"));
        long begun = System.nanoTime();
        while (!silent.isEmpty()) {
            round(silent, sealing, latest);
            if (silent.isEmpty()) {
                return;
            }
            boolean enough = keepers.size() - silent.size() >= Trust.usualQuorum(keepers.size());
            Duration patience = enough && FOR_THE_LAST.compareTo(atMost) < 0 ? FOR_THE_LAST : atMost;
            if (System.nanoTime() - begun >= patience.toNanos()) {
                LOG.warn(
                        "The log is signed again, though not everybody could be asked what was signed before: {}",
                        inWords(silent));
                return;
            }
            if (waiting.stopsWaitingFor(inWords(silent), ASK_AGAIN)) {
                return;
            }
        }
    }

    /** Asks all at once, and strikes out those who answered. */
    private void round(Map<Keeper, String> silent, Sealing sealing, Supplier<Optional<SignedCheckpoint>> latest)
            throws InterruptedException {
        try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<Keeper, Future<Told>> asked = new LinkedHashMap<>();
            silent.keySet().forEach(keeper -> asked.put(keeper, asking.submit(() -> told(keeper, sealing, latest))));
            try {
                answers(asked, silent).forEach(told -> compare(told, sealing));
            } finally {
                // Before they are waited for: an answer may come a byte at a time.
                asked.values().forEach(one -> one.cancel(true));
            }
        }
    }

    private static List<Told> answers(Map<Keeper, Future<Told>> asked, Map<Keeper, String> silent)
            throws InterruptedException {
        long until = System.nanoTime() + ONE_ROUND.toNanos();
        List<Told> all = new ArrayList<>();
        for (Map.Entry<Keeper, Future<Told>> one : asked.entrySet()) {
            try {
                all.add(one.getValue().get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS));
                silent.remove(one.getKey());
            } catch (ExecutionException e) {
                silent.put(one.getKey(), reason(Objects.requireNonNullElse(e.getCause(), e)));
            } catch (TimeoutException e) {
                LOG.debug("{} is given up for this time", one.getKey().title(), e);
                silent.put(one.getKey(), "it does not answer in time");
            }
        }
        return all;
    }

    private Told told(Keeper keeper, Sealing sealing, Supplier<Optional<SignedCheckpoint>> latest)
            throws IOException, InterruptedException {
        Optional<SignedCheckpoint> shown = keeper.shown(origin).filter(sealing::concerns);
        Optional<SignedCheckpoint> ours = latest.get();
        // Who shows one needs not be asked what they claim, and where nothing was signed they cannot be asked.
        if (shown.isPresent() || ours.isEmpty()) {
            return new Told(keeper, shown, OptionalLong.empty());
        }
        OptionalLong claimed = keeper.claimedAgainst(ours.get());
        boolean signedMeanwhile = claimed.isPresent()
                && claimed.getAsLong() > ours.get().checkpoint().size()
                && claimed.getAsLong()
                        <= latest.get().orElseThrow().checkpoint().size();
        return new Told(keeper, shown, signedMeanwhile ? OptionalLong.empty() : claimed);
    }

    private static void compare(Told told, Sealing sealing) {
        told.shown()
                .ifPresent(checkpoint ->
                        sealing.compare(new Remembered(told.keeper().title(), checkpoint)));
        if (told.claimed().isPresent()) {
            throw new BrokenLogException(
                    told.keeper().title() + " says that it has cosigned "
                            + told.claimed().getAsLong()
                            + " events of this log, which are not those here, and does not show it. If that is so, put the log back that has them; if it lies, take it out of hotpotspot.audit.witnesses.");
        }
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    private static String inWords(Map<Keeper, String> silent) {
        StringBuilder words = new StringBuilder();
        silent.forEach((keeper, reason) -> words.append(words.isEmpty() ? "" : "; ")
                .append(keeper.title())
                .append(" (")
                .append(reason)
                .append(')'));
        return words.toString();
    }

    /** What one of them has answered. */
    private record Told(Keeper keeper, Optional<SignedCheckpoint> shown, OptionalLong claimed) {}

    /** What to do until they are asked again. */
    @FunctionalInterface
    interface Waiting {

        /**
         * Waits, and answers whether that is enough.
         *
         * @param silent who has not answered, and why
         */
        boolean stopsWaitingFor(String silent, Duration pause) throws InterruptedException;
    }
}
