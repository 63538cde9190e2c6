package com.hotpotspot.eventlog;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who want to hear of something. */
final class Subscribers {

    private static final Logger LOG = LoggerFactory.getLogger(Subscribers.class);

    private final List<Consumer<String>> all = new CopyOnWriteArrayList<>();

    LogSignals.Subscription add(Consumer<String> subscriber) {
        all.add(subscriber);
        return () -> all.remove(subscriber);
    }

    void tell(String news) {
        for (Consumer<String> subscriber : all) {
            try {
                subscriber.accept(news);
            } catch (RuntimeException e) {
                LOG.error("A subscriber failed on what it was told; the others are told all the same", e);
            }
        }
    }
}
