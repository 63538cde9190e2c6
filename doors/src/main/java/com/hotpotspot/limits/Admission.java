package com.hotpotspot.limits;

import com.hotpotspot.limits.ConnectionBudget.Place;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who comes in through a door that takes connections: whoever the {@link ConnectionBudget} of its limits has a place
 * for, be it for one address or, where a trusted proxy calls, for many.
 */
public final class Admission {

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final ConnectionBudget budget;
    private final TrustedProxies proxies;
    private final LineBudget lines;

    /** Says so if this process has not the files, or not the heap, for as many connections as the limits allow. */
    public Admission(Limits limits) {
        long files = OpenFiles.most();
        long heap = Runtime.getRuntime().maxMemory();
        int most = limits.connections().thatFit(files, heap);
        if (most < limits.connections().inAll()) {
            LOG.warn(
                    "This process may open {} files and has a heap of {} MiB; no more than {} connections are kept open"
                            + " (hotpotspot.limits.connections.in-all is {})",
                    files,
                    heap >> 20,
                    most,
                    limits.connections().inAll());
        }
        this.budget = new ConnectionBudget(most, limits.connections().perAddress());
        this.proxies = limits.proxies();
        this.lines = new LineBudget(limits.logLines().perMinute());
    }

    /**
     * A place for a new connection, which waits for its first request; none if everybody is at work.
     *
     * @param peer who calls; nobody, if the connection is gone already
     * @param close as with {@link ConnectionBudget#enter}
     */
    public Optional<Place> enter(@Nullable SocketAddress peer, Runnable close) {
        if (!(peer instanceof InetSocketAddress caller)) {
            return Optional.empty();
        }
        ClientAddress address = ClientAddress.of(caller.getAddress());
        Optional<Place> place = proxies.trusts(caller.getAddress())
                ? budget.enterForMany(address, close)
                : budget.enter(address, close);
        if (place.isEmpty() && lines.allows()) {
            LOG.warn(
                    "A connection was turned away: all that may be open are at work ({} more such lines were left out)",
                    lines.keptBack());
        }
        return place;
    }

    /** Closes the connections that have waited for so long. */
    public void endThoseWaitingFor(Duration tooLong) {
        budget.endThoseWaitingFor(tooLong);
    }
}
