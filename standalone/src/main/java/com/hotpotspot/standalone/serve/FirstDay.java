package com.hotpotspot.standalone.serve;

import com.hotpotspot.client.BearerTokens;
import com.hotpotspot.client.CommandDoor;
import com.hotpotspot.client.Credentials;
import com.hotpotspot.client.Patience;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.events.network.NetworkEvent;
import com.hotpotspot.standalone.demo.DemoDay;
import com.hotpotspot.standalone.demo.DemoSummary;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills a new system with a demo network and one day's sales, so that its first page is alive. */
final class FirstDay {

    private static final Logger LOG = LoggerFactory.getLogger(FirstDay.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Console console;
    private final Lifecycle lifecycle;
    private final InstantSource clock;

    FirstDay(Console console, Lifecycle lifecycle, InstantSource clock) {
        this.console = console;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    /**
     * Sells a day if nobody has founded a network. The system is no worse for it if that fails.
     *
     * @param administrator the file with what to sign in with
     */
    void sellIfNew(EventLog log, URI commandSide, Path administrator) {
        try {
            if (log.readStream(NetworkEvent.STREAM, 0, 1).isEmpty()) {
                console.say(
                        "A first start: founding a demo network that sells for a day (--empty leaves that out) ...");
                DemoSummary summary = sell(commandSide, Credentials.readFrom(administrator));
                console.say(String.format(
                        Locale.ROOT, "The demo network made %d sales on %s.", summary.sales(), summary.day()));
            }
        } catch (RuntimeException e) {
            LOG.info("The demo day failed", e);
            if (!lifecycle.isEnding()) {
                console.warn("the demo day was not sold to its end: " + e.getMessage());
            }
        }
    }

    private DemoSummary sell(URI commandSide, Credentials administrator) {
        Patience patience = Patience.of(PATIENCE);
        try (BearerTokens tokens = new BearerTokens(commandSide, administrator, patience);
                CommandDoor door = new CommandDoor(commandSide, tokens, patience)) {
            return DemoDay.before(clock.instant()).play(door, sold -> LOG.debug("Sold {} of the demo day", sold));
        }
    }
}
