package com.hotpotspot.standalone.drill;

import static org.awaitility.Awaitility.await;

import com.hotpotspot.client.SaleSlip;
import com.hotpotspot.events.sale.SaleId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What the tills were told: for each sale the position that they were answered, and whatever no till should hear. */
final class Receipts {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Map<String, Long> positions = new ConcurrentHashMap<>();
    private final AtomicInteger sentAway = new AtomicInteger();
    private final AtomicInteger replayed = new AtomicInteger();
    private final List<String> surprises = new CopyOnWriteArrayList<>();

    /** @param position of the sale's last event, as it was answered */
    void acknowledge(SaleSlip slip, long position, boolean again) {
        String stream = SaleId.of(slip.nodeId(), slip.saleNumber()).stream().toString();
        Long before = positions.put(stream, position);
        if (before != null && before != position) {
            surprise(String.format(Locale.ROOT, "%s was at %d before and now is at %d", stream, before, position));
        }
        if (again) {
            replayed.incrementAndGet();
        }
    }

    void sendAway() {
        sentAway.incrementAndGet();
    }

    void surprise(String what) {
        surprises.add(what);
    }

    /** The stream of each acknowledged sale, with the position of its last event. */
    Map<String, Long> positions() {
        return Map.copyOf(positions);
    }

    int count() {
        return positions.size();
    }

    int sentAwayCount() {
        return sentAway.get();
    }

    int replayedCount() {
        return replayed.get();
    }

    List<String> surprises() {
        return List.copyOf(surprises);
    }

    /** Waits until so many more were asked to come again. */
    void awaitSentAway(int more) {
        int before = sentAwayCount();
        await().atMost(LIMIT).until(() -> sentAwayCount() >= before + more);
    }
}
