package com.hotpotspot.query.access;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.eventlog.LogSignals;
import com.hotpotspot.eventlog.Slice;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.account.AccountEvent;
import com.hotpotspot.events.json.EventType;
import com.hotpotspot.events.json.EventTypes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Follows the log for the sake of {@link KnownAccounts}: first all that ever happened to an account, then whatever is
 * new, as soon as the log says that it has grown. Nothing but events of accounts is fetched.
 */
@Component("accounts")
final class AccountsReader implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(AccountsReader.class);

    private static final String KIND = "account";
    private static final int SPAN = 10_000;
    private static final Set<String> TYPES = EventTypes.all().stream()
            .filter(type -> AccountEvent.class.isAssignableFrom(type.payload()))
            .map(EventType::name)
            .collect(Collectors.toUnmodifiableSet());

    /** Should an announcement be lost. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    /** A log that grows all the time is not asked all the time. */
    private static final Duration REST = Duration.ofMillis(50);

    /** How long the server waits with opening its doors; then those that need to know say that they cannot tell. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EventLog log;
    private final LogSignals signals;
    private final KnownAccounts accounts;
    private final Semaphore grown = new Semaphore(0);
    private final ReentrantLock reading = new ReentrantLock();
    private final CountDownLatch firstLook = new CountDownLatch(1);

    private LogSignals.@Nullable Subscription subscription;
    private volatile boolean running;
    private volatile @Nullable RuntimeException failure;
    private long next;

    AccountsReader(EventLog log, LogSignals signals, KnownAccounts accounts) {
        this.log = log;
        this.signals = signals;
        this.accounts = accounts;
    }

    /**
     * Takes in what the log holds by now.
     *
     * @throws EventLogUnavailableException if it cannot be reached
     */
    void look() {
        reading.lock();
        try {
            long head = log.head();
            if (!accounts.areComplete()) {
                log.readKind(KIND, head).forEach(this::take);
                next = head + 1;
                accounts.completed();
            }
            while (next <= head) { // which is there to be read, so that each round gets further
                Slice slice = log.read(next, SPAN, TYPES);
                for (StoredEvent stored : slice.events()) {
                    take(stored);
                    next = stored.position() + 1;
                }
                next = slice.next();
            }
        } finally {
            reading.unlock();
        }
    }

    private void take(StoredEvent stored) {
        if (stored.event() instanceof AccountEvent event) {
            accounts.on(event);
        }
    }

    /** Before the web server, so that it has its say when the first request comes. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        subscription = signals.subscribe(grown::release);
        running = true;
        Thread.ofVirtual().name("hps-accounts").start(this::follow);
        try {
            if (!firstLook.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The accounts of the log are not known yet; whoever has one waits until they are");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try {
            while (running) {
                lookOrSayWhyNot();
                firstLook.countDown();
                Thread.sleep(REST);
                if (grown.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    grown.drainPermits();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever fails is tried again; until then the accounts are those of before, and the health says so. */
    private void lookOrSayWhyNot() {
        try {
            look();
            failure = null;
        } catch (RuntimeException e) {
            if (failure == null && !(e instanceof EventLogUnavailableException)) {
                LOG.error("The accounts of the log cannot be read", e);
            }
            failure = e;
        }
    }

    @Override
    public void stop() {
        Optional.ofNullable(subscription).ifPresent(LogSignals.Subscription::close);
        running = false;
        grown.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public Health health() {
        RuntimeException why = failure;
        if (why != null) {
            return Health.down(why).build();
        }
        return accounts.areComplete()
                ? Health.up().withDetail("accounts", accounts.number()).build()
                : Health.down().withDetail("reason", "not read yet").build();
    }
}
