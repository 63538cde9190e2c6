package com.hotpotspot.standalone.demo;

import com.hotpotspot.client.CommandDoor;
import com.hotpotspot.client.Outcome;
import com.hotpotspot.client.SaleSlip;
import com.hotpotspot.events.money.Units;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The tills of the demo day: a few work at once, and each takes the next sale when it has done its last. */
final class DemoTills {

    /** Enough to show that tills do not wait for each other, too few to keep a small machine from its other work. */
    private static final int AT_ONCE = 4;

    private final CommandDoor door;
    private final Iterator<SaleSlip> waiting;
    private final IntConsumer progress;
    private int sold;
    private Units minted = Units.ZERO;
    private @Nullable RuntimeException failure;

    /** @param progress told after each sale how many there are so far, never by two threads at once */
    DemoTills(CommandDoor door, List<SaleSlip> sales, IntConsumer progress) {
        this.door = door;
        this.waiting = sales.iterator();
        this.progress = progress;
    }

    /**
     * Sells everything, and stops at the first failure, which it throws.
     *
     * @return the tokens minted by it
     */
    Units sell() {
        try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_ONCE; i++) {
                tills.execute(this::work);
            }
        }
        return result();
    }

    private void work() {
        try {
            Optional<SaleSlip> slip = next();
            while (slip.isPresent()) {
                done(slip.get(), door.record(slip.get()));
                slip = next();
            }
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private synchronized Optional<SaleSlip> next() {
        return failure == null && waiting.hasNext() ? Optional.of(waiting.next()) : Optional.empty();
    }

    private synchronized void done(SaleSlip slip, Outcome outcome) {
        outcome.orThrow("Sale %s at node %s".formatted(slip.saleNumber(), slip.nodeId()));
        minted = minted.plus(outcome.minted());
        progress.accept(++sold);
    }

    private synchronized void fail(RuntimeException first) {
        failure = failure == null ? first : failure;
    }

    private synchronized Units result() {
        if (failure != null) {
            throw failure;
        }
        return minted;
    }
}
