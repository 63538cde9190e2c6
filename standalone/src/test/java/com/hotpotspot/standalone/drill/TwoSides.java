package com.hotpotspot.standalone.drill;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.client.BearerTokens;
import com.hotpotspot.client.Credentials;
import com.hotpotspot.client.Patience;
import com.hotpotspot.client.SaleSlip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Both sides, their database, the network in between, and those who look on. */
final class TwoSides implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final DrilledDatabase database;
    private final FragileWire commandWire;
    private final FragileWire queryWire;
    private final SideProcess commandSide;
    private final SideProcess querySide;
    private final Path administrator;
    private @Nullable BearerTokens tokens;
    private @Nullable Readers readers;

    private TwoSides(DrilledDatabase database, Path directory) throws IOException {
        this.database = database;
        administrator = directory.resolve("administrator.credentials");
        commandWire = new FragileWire(database::port);
        queryWire = new FragileWire(database::port);
        commandSide = SideProcess.command(database, commandWire, administrator, directory.resolve("command-side.txt"));
        querySide = SideProcess.query(database, queryWire, commandSide.address(), directory.resolve("query-side.txt"));
    }

    static TwoSides start(Path directory) throws IOException {
        TwoSides system = new TwoSides(new DrilledDatabase(directory.resolve("data")), directory);
        try {
            system.open();
            return system;
        } catch (IOException | RuntimeException | Error e) {
            system.close();
            throw e;
        }
    }

    private void open() throws IOException {
        commandSide.awaitReady();
        // It answers a moment before it has appointed its administrator.
        await().atMost(LIMIT).until(() -> Files.exists(administrator));
        tokens = new BearerTokens(commandSide.address(), Credentials.readFrom(administrator), Patience.of(LIMIT));
        readers = new Readers(querySide.address(), tokens);
        querySide.awaitReady();
        Shift.open(commandSide.address(), tokens);
    }

    DrilledDatabase database() {
        return database;
    }

    /** Begins to sell. */
    Tills sell(List<SaleSlip> slips, Receipts receipts) {
        return Tills.sell(commandSide.address(), requireNonNull(tokens), slips, receipts);
    }

    Readers readers() {
        return requireNonNull(readers);
    }

    /** Cuts both sides off from the database for a moment. */
    void cut() {
        commandWire.cut();
        queryWire.cut();
    }

    /** Lets the answers to the next appends get lost, and waits until they are. */
    void loseAnswers(int count) {
        int before = commandWire.answersLost();
        commandWire.loseAnswers(count);
        await().atMost(LIMIT).until(() -> commandWire.answersLost() == before + count);
    }

    LogAudit audit() throws SQLException {
        try (Connection connection = database.connect()) {
            return LogAudit.of(connection);
        }
    }

    /** Nobody had to be started again. */
    void mustStillRun() {
        assertThat(commandSide.isAlive()).as("the command side runs").isTrue();
        assertThat(querySide.isAlive()).as("the query side runs").isTrue();
    }

    @Override
    public void close() throws IOException {
        // Both are there only if all of it started.
        if (readers != null) {
            readers.close();
        }
        if (tokens != null) {
            tokens.close();
        }
        commandSide.close();
        querySide.close();
        commandWire.close();
        queryWire.close();
        database.close();
        Path kept = Path.of("target", "drill");
        Files.createDirectories(kept);
        Files.write(kept.resolve("command-side.txt"), commandSide.consoleLines());
        Files.write(kept.resolve("query-side.txt"), querySide.consoleLines());
    }
}
