package com.hotpotspot.standalone.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Both sides, their database, the network in between, and those who look on. */
final class TwoSides implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final DrilledDatabase database;
    private final FragileWire commandWire;
    private final FragileWire queryWire;
    private final SideProcess commandSide;
    private final SideProcess querySide;
    private final Readers readers;

    private TwoSides(DrilledDatabase database, Path directory) throws IOException {
        this.database = database;
        commandWire = new FragileWire(database::port);
        queryWire = new FragileWire(database::port);
        commandSide = SideProcess.command(database, commandWire, directory.resolve("command-side.txt"));
        querySide = SideProcess.query(database, queryWire, directory.resolve("query-side.txt"));
        readers = new Readers(querySide.address());
    }

    static TwoSides start(Path directory) throws IOException {
        TwoSides system = new TwoSides(new DrilledDatabase(directory.resolve("data")), directory);
        try {
            system.commandSide.awaitReady();
            system.querySide.awaitReady();
            Shift.open(system.commandSide());
            return system;
        } catch (IOException | RuntimeException | Error e) {
            system.close();
            throw e;
        }
    }

    DrilledDatabase database() {
        return database;
    }

    URI commandSide() {
        return commandSide.address();
    }

    Readers readers() {
        return readers;
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
        readers.close();
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
