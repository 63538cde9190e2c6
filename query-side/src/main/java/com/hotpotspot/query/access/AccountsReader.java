package com.hotpotspot.query.access;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.eventlog.Follower;
import com.hotpotspot.eventlog.LogSignals;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.account.AccountEvent;
import com.hotpotspot.routine.Following;
import com.hotpotspot.routine.Routine;
import com.hotpotspot.routine.RoutineState;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the {@link KnownAccounts} level with the log. Nothing but events of accounts is fetched. While they cannot be
 * followed the accounts are those of before, and the health says so.
 */
@Component("accounts")
final class AccountsReader implements Follower.Reader, Following, SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(AccountsReader.class);

    /** How long the server waits with opening its doors; then those that need to know say that they cannot tell. */
    private static final Duration START_LIMIT = Duration.ofSeconds(10);

    /** How long somebody waits of whom the issuer may know more than is known here. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final EventLog log;
    private final KnownAccounts accounts;
    private final Follower follower;

    AccountsReader(EventLog log, LogSignals signals, KnownAccounts accounts) {
        this.log = log;
        this.accounts = accounts;
        this.follower = new Follower("accounts", log, signals, Set.of("account"), Set.of(AccountEvent.class), this);
    }

    /**
     * Waits until what the log holds by now is known, but not for long.
     *
     * @throws EventLogUnavailableException if it cannot be reached
     */
    void catchUp() {
        if (!follower.await(log.head(), PATIENCE)) {
            LOG.debug("The accounts of the log are not followed in time; what is known of them counts");
        }
    }

    @Override
    public void take(StoredEvent stored) {
        if (stored.event() instanceof AccountEvent event) {
            accounts.on(event);
        }
    }

    @Override
    public void complete() {
        accounts.completed();
    }

    @Override
    public Routine routine() {
        return follower.routine();
    }

    @Override
    public OptionalLong next() {
        return follower.next();
    }

    /** Before the web server, so that it has its say when the first request comes. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        if (!follower.start(START_LIMIT)) {
            LOG.warn("The accounts of the log are not known yet; whoever has one waits until they are");
        }
    }

    @Override
    public void stop() {
        follower.stop();
    }

    @Override
    public boolean isRunning() {
        return routine().isRunning();
    }

    @Override
    public Health health() {
        if (routine().state() instanceof RoutineState.Failing failing) {
            return Health.down().withDetail("reason", failing.inWords()).build();
        }
        return accounts.areComplete()
                ? Health.up().withDetail("accounts", accounts.number()).build()
                : Health.down().withDetail("reason", "not read yet").build();
    }
}
