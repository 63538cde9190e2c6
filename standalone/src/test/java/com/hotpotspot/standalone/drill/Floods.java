package com.hotpotspot.standalone.drill;

import com.hotpotspot.client.Waiting;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** All floods together, until they are called off. */
final class Floods implements AutoCloseable {

    private static final long LIMIT_SECONDS = 120;

    private final Map<String, Map<String, LongAdder>> outcomes = new ConcurrentSkipListMap<>();
    private final Set<Attacker> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService attackers = Executors.newVirtualThreadPerTaskExecutor();
    private final Waiting waiting = Waiting.really();
    private volatile boolean over;

    private Floods() {}

    static Floods of(List<Flood> all) {
        Floods floods = new Floods();
        for (Flood flood : all) {
            floods.outcomes.put(flood.name(), new ConcurrentHashMap<>());
            for (int i = 0; i < flood.connections(); i++) {
                String address = flood.addresses().get(i % flood.addresses().size());
                floods.attackers.execute(() -> floods.attack(flood, address));
            }
        }
        return floods;
    }

    private void attack(Flood flood, String address) {
        while (!over) {
            count(flood, strike(flood, address));
            try {
                waiting.pause(flood.pause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private String strike(Flood flood, String address) {
        try (Attacker attacker = Attacker.from(address, flood.side())) {
            open.add(attacker);
            try {
                return over ? "called off" : flood.wave().strike(attacker);
            } finally {
                open.remove(attacker);
            }
        } catch (IOException e) {
            return over ? "held to the end" : e.getClass().getSimpleName();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "called off";
        }
    }

    private void count(Flood flood, String outcome) {
        outcomes.getOrDefault(flood.name(), Map.of())
                .computeIfAbsent(outcome, any -> new LongAdder())
                .increment();
    }

    /** How often each flood met with what; each has struck at least once. */
    Map<String, Map<String, Long>> outcomes() {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        outcomes.forEach((name, all) -> {
            Map<String, Long> sums = new TreeMap<>();
            all.forEach((outcome, count) -> sums.put(outcome, count.sum()));
            counts.put(name, sums);
        });
        return counts;
    }

    /** Hangs up everywhere and comes no more. */
    @Override
    public void close() throws IOException, InterruptedException {
        over = true;
        attackers.shutdown();
        for (long waited = 0; !attackers.awaitTermination(1, TimeUnit.SECONDS); waited++) {
            // Those who were just connecting are hung up on the next time.
            for (Attacker attacker : open) {
                attacker.close();
            }
            if (waited > LIMIT_SECONDS) {
                throw new AssertionError(String.format(Locale.ROOT, "%d attackers do not let go", open.size()));
            }
        }
    }
}
