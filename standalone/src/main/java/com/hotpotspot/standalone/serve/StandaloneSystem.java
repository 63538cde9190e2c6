package com.hotpotspot.standalone.serve;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.standalone.database.CannotStartException;
import com.hotpotspot.standalone.database.DataDirectory;
import com.hotpotspot.standalone.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole system in one process: starts it step by step, and stops it in the opposite order. */
final class StandaloneSystem {

    private static final Logger LOG = LoggerFactory.getLogger(StandaloneSystem.class);

    private final Lifecycle lifecycle = new Lifecycle();
    private final ServeOptions options;
    private final Console console;
    private final InstantSource clock;
    private volatile @Nullable LogFiles logs;
    private volatile boolean broken;

    StandaloneSystem(ServeOptions options, Console console, InstantSource clock) {
        this.options = options;
        this.console = console;
        this.clock = clock;
    }

    /**
     * Runs until a signal ends the process.
     *
     * @return the exit code, if there is no signal that decides it
     */
    int run() throws InterruptedException {
        // Axon would ask its maker for updates, and write to the user's home.
        System.setProperty("axoniq.update-checker.disabled", "true");
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            start();
            lifecycle.awaitEnd();
        } catch (CannotStartException e) {
            fail(e);
        } catch (Lifecycle.EndedException e) {
            LOG.info("The end came before the start was through");
        }
        return broken ? 1 : 0;
    }

    private void start() {
        DataDirectory data = lifecycle.start("data directory", () -> DataDirectory.open(options.data()));
        LogFiles files = LogFiles.in(data.logs());
        logs = files;
        Ports.mustBeFree(options);
        SystemKeystore keystore = SystemKeystore.in(data.root(), System.getenv());
        console.say("The Hot Pot Spot keeps its data in " + data.root());
        EmbeddedDatabase database = lifecycle.start("database", () -> {
            console.say("Starting the database ...");
            return EmbeddedDatabase.start(data);
        });
        new DatabaseWatch(database, lifecycle, console).begin();
        lifecycle.start("command side", () -> {
            console.say("Starting the command side and the query side ...");
            return Sides.command(database, keystore, options.commandPort());
        });
        ConfigurableApplicationContext querySide =
                lifecycle.start("query side", () -> Sides.query(database, options.queryPort(), options.commandPort()));
        files.warnOnConsole();
        welcome(files.file());
        if (!options.empty()) {
            new FirstDay(console, lifecycle, clock)
                    .sellIfEmpty(querySide.getBean(EventLog.class), options.commandPort());
        }
        if (!lifecycle.isEnding()) {
            console.say("Ready. Stop with Ctrl-C.");
        }
    }

    private void welcome(Path log) {
        console.say("");
        console.say("  pages     http://localhost:%d/".formatted(options.queryPort()));
        console.say("  commands  http://localhost:%d/api/v1".formatted(options.commandPort()));
        console.say("  queries   http://localhost:%d/api/v1".formatted(options.queryPort()));
        console.say("  log       " + log);
        console.say("");
        console.say("Both servers listen to this machine only (loopback), for there is no access control yet.");
    }

    private void fail(CannotStartException failure) {
        LogFiles files = logs;
        if (files != null) {
            LOG.error("Cannot start", failure);
        }
        if (lifecycle.isEnding()) {
            // A child process of the step under way got the same signal as this one; there is nothing to report.
            return;
        }
        broken = true;
        console.fail(failure.getMessage() + (files == null ? "" : " (more in " + files.file() + ")"));
        lifecycle.end();
    }

    /** Runs when the process ends, for whatever reason. */
    private void stop() {
        boolean nothingToStop = lifecycle.isEnding();
        LogFiles files = logs;
        if (files != null) {
            files.keepOffConsole();
        }
        if (nothingToStop) {
            return;
        }
        console.say("Stopping ...");
        boolean clean = lifecycle.end();
        if (clean) {
            console.say("Stopped.");
        } else {
            console.fail("Not everything stopped cleanly" + (files == null ? "" : "; see " + files.file()));
        }
    }
}
