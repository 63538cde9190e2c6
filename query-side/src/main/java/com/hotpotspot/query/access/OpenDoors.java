package com.hotpotspot.query.access;

import com.hotpotspot.access.RateLimit;
import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.limits.ClientAddress;
import com.hotpotspot.limits.Limits;
import com.hotpotspot.query.web.ClientAddresses;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * How often doors that are open to everybody are used from one address. The health, what pages are made of, and the
 * audit log are counted apart, so that whoever reads the log as fast as they may keeps nobody from the others.
 */
@Component
final class OpenDoors {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final RateLimit<Visit> visits;
    private final ClientAddresses addresses;

    OpenDoors(Limits limits, ClientAddresses addresses) {
        this.visits = new RateLimit<>(limits.openDoors().perAddress(), SECOND);
        this.addresses = addresses;
    }

    /** @throws TooManyRequestsException if there were too many in the last second */
    void count(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        visits.count(new Visit(addresses.of(exchange.getRequest()), Kind.of(path)));
    }

    private record Visit(ClientAddress from, Kind to) {}

    private enum Kind {
        HEALTH,
        ASSETS,
        OTHER;

        private static Kind of(String path) {
            if (path.startsWith("/api/v1/health") || path.startsWith("/actuator/")) {
                return HEALTH;
            }
            return Doors.isAsset(path) ? ASSETS : OTHER;
        }
    }
}
