package com.hotpotspot.standalone.serve;

import com.hotpotspot.client.Credentials;
import com.hotpotspot.environment.SettingNames;
import com.hotpotspot.environment.UnknownSettingException;
import com.hotpotspot.environment.Variables;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.standalone.database.CannotStartException;
import com.hotpotspot.standalone.database.DataDirectory;
import com.hotpotspot.standalone.database.EmbeddedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole system in one process: starts it step by step, and stops it in the opposite order. */
final class StandaloneSystem {

    private static final Logger LOG = LoggerFactory.getLogger(StandaloneSystem.class);

    /** Of the data directory, the database and each side; a service supervisor kills what is still there after 90 s. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private static final Duration LAST_DEADLINE = STOP_LIMIT.multipliedBy(4);

    private final Lifecycle lifecycle = new Lifecycle(STOP_LIMIT);
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
        return run(() -> {
            lifecycle.start("quicker starts", () -> QuickerStarts.inBackground(clock));
            lifecycle.awaitEnd();
        });
    }

    /** Starts once, and is stopped by the end of the process. */
    int rehearse() throws InterruptedException {
        return run(() -> LOG.info("That was all of it"));
    }

    @FunctionalInterface
    private interface Stay {
        void untilTheEnd() throws InterruptedException;
    }

    private int run(Stay stay) throws InterruptedException {
        // Axon would ask its maker for updates, and write to the user's home.
        System.setProperty("axoniq.update-checker.disabled", "true");
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        LastDeadline.guard(lifecycle, LAST_DEADLINE);
        try {
            start();
            stay.untilTheEnd();
        } catch (CannotStartException e) {
            fail(e);
        } catch (Lifecycle.EndedException e) {
            LOG.info("The end came before the start was through");
        }
        return broken ? 1 : 0;
    }

    private void start() {
        settingsMustBeKnown();
        DataDirectory data = lifecycle.start("data directory", () -> DataDirectory.open(options.data()));
        LogFiles files = LogFiles.in(data.logs());
        logs = files;
        Ports.mustBeFree(options);
        if (LastDeadline.survivesLackOfMemory()) {
            console.warn("this Java goes on when its memory is used up, and would answer nobody;"
                    + " start it with ./hotpotspot, or with -XX:+ExitOnOutOfMemoryError");
        }
        SystemKeystore keystore = SystemKeystore.in(data.root(), System.getenv());
        Path administrator = data.root().resolve(Credentials.OF_THE_ADMINISTRATOR);
        console.say("The Hot Pot Spot keeps its data in " + data.root());
        ConfigurableApplicationContext querySide = startSides(data, keystore, administrator);
        files.warnOnConsole();
        welcome(files.file(), administrator);
        if (!options.empty()) {
            new FirstDay(console, lifecycle, clock)
                    .sellIfNew(querySide.getBean(EventLog.class), options.commandSide(), administrator);
        }
        if (!lifecycle.isEnding()) {
            console.say("Ready. Stop with Ctrl-C.");
        }
    }

    /** The sides look again, and into files, too; by then a data directory is made and a database runs. */
    private static void settingsMustBeKnown() {
        try {
            SettingNames.known()
                    .mustHoldAll(Stream.concat(
                            Variables.set(System.getenv()).keySet().stream(),
                            System.getProperties().stringPropertyNames().stream()));
        } catch (UnknownSettingException e) {
            throw new CannotStartException("%s", String.valueOf(e.getMessage()));
        }
    }

    /** Starts the sides beside each other and beside their database; of several failures the first one's is told. */
    private ConfigurableApplicationContext startSides(DataDirectory data, SystemKeystore keystore, Path administrator) {
        console.say("Starting the database, the command side and the query side ...");
        Lifecycle.Beginning<EmbeddedDatabase> database = lifecycle.begin("database", () -> {
            EmbeddedDatabase started = EmbeddedDatabase.start(data);
            new DatabaseWatch(started, lifecycle, console).begin();
            return started;
        });
        Sides sides =
                new Sides(options, () -> lifecycle.unlessEnding(database.await()), lifecycle::unlessEnding, keystore);
        Lifecycle.Beginning<ConfigurableApplicationContext> commandSide =
                lifecycle.begin("command side", () -> sides.command(administrator));
        Lifecycle.Beginning<ConfigurableApplicationContext> querySide = lifecycle.begin("query side", sides::query);
        database.await();
        commandSide.await();
        ConfigurableApplicationContext started = querySide.await();
        sides.overruled().lines().forEach(console::warn);
        return started;
    }

    private void welcome(Path log, Path administrator) {
        console.say("");
        console.say("  pages     %s/".formatted(options.querySide()));
        console.say("  commands  %s/api/v1".formatted(options.commandSide()));
        console.say("  queries   %s/api/v1".formatted(options.querySide()));
        console.say("  log       " + log);
        console.say("");
        if (Files.exists(administrator)) {
            console.say("Sign in on the pages as administrator, with the clientSecret in " + administrator);
        }
        console.say("Both servers listen to this machine only (loopback).");
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
