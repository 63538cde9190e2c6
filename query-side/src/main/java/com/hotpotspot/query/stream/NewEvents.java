package com.hotpotspot.query.stream;

import com.hotpotspot.eventlog.Announcements;
import com.hotpotspot.eventlog.LogSignals;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Lets readers that have reached the head of the log sleep until it grows. */
@Component
final class NewEvents implements DisposableBean {

    private final Announcements growth = new Announcements();
    private final LogSignals.Subscription subscription;

    NewEvents(LogSignals signals) {
        subscription = signals.subscribe(growth::announce);
    }

    /** How often the log has grown; to be taken before reading, so that nothing is missed in between. */
    long announcements() {
        return growth.count();
    }

    /** Blocks until there are more announcements than {@code seen}, but not for longer than {@code limit}. */
    void await(long seen, Duration limit) throws InterruptedException {
        growth.await(seen, limit);
    }

    @Override
    public void destroy() {
        subscription.close();
        growth.announce();
    }
}
