package com.hotpotspot.standalone.replay;

import com.hotpotspot.client.BatchDoor;
import com.hotpotspot.client.CommandDoor;
import com.hotpotspot.client.Outcome;
import com.hotpotspot.client.SaleSlip;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Sends orders as sales, oldest first, in batches that go through one door each. */
final class Replay {

    /** A till's sales may be 7 days old; one that is nearly so may have aged by the time it is read. */
    private static final Duration OLD = Duration.ofDays(7).minusHours(1);

    private final CommandDoor commandSide;
    private final NodeAssignment nodes;
    private final int batchSize;
    private final InstantSource clock;

    /** @param batchSize sales in a batch, 1 to {@link BatchDoor#MAX_SALES} */
    Replay(CommandDoor commandSide, NodeAssignment nodes, int batchSize, InstantSource clock) {
        this.commandSide = commandSide;
        this.nodes = nodes;
        this.batchSize = batchSize;
        this.clock = clock;
    }

    /**
     * Sends all of them.
     *
     * @param orders sorted by time
     * @param heard called once for each, in order
     */
    void send(List<Order> orders, BiConsumer<SaleSlip, Outcome> heard) {
        List<SaleSlip> batch = new ArrayList<>();
        BatchDoor door = BatchDoor.IMPORT;
        for (Order order : orders) {
            BatchDoor itsDoor = doorFor(order.soldAt());
            if (batch.size() == batchSize || (itsDoor != door && !batch.isEmpty())) {
                commandSide.record(door, batch, heard);
                batch.clear();
            }
            door = itsDoor;
            batch.add(order.soldAt(nodes.nodeOf(order.number()), ReplayNodes.TERMINAL));
        }
        if (!batch.isEmpty()) {
            commandSide.record(door, batch, heard);
        }
    }

    private BatchDoor doorFor(Instant soldAt) {
        return soldAt.isBefore(clock.instant().minus(OLD)) ? BatchDoor.IMPORT : BatchDoor.SALES;
    }
}
