package com.hotpotspot.standalone.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.client.BearerTokens;
import com.hotpotspot.standalone.drill.Rounds.Round;
import com.hotpotspot.standalone.serve.FreePort;
import com.hotpotspot.standalone.serve.SystemProcess;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a small network runs it, killed in the middle of its work: itself, its database, or both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledProcessDrillIT {

    private static final int ROUNDS = 2;
    private static final int LEAST_SALES = 400;
    private static final int MOST_SALES = 1_000;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir
    static Path directory;

    private final Receipts receipts = new Receipts();
    private final int commandPort = FreePort.any();
    private final int queryPort = FreePort.any();

    private SystemProcess system;
    private BearerTokens tokens;
    private Readers readers;

    private enum Failure {
        KILLED_APPLICATION,
        KILLED_DATABASE,
        KILLED_APPLICATION_AND_DATABASE
    }

    @BeforeAll
    void start() throws Exception {
        system = SystemProcess.serve(data(), commandPort, queryPort);
        system.awaitReady();
        tokens = system.tokens();
        readers = new Readers(system.querySide(), tokens);
        Shift.open(system.commandSide(), tokens);
    }

    @AfterAll
    void stop() {
        // It may have failed to start.
        if (system != null) {
            system.close();
        }
        if (readers != null) {
            readers.close();
        }
        if (tokens != null) {
            tokens.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyAcknowledgedSaleSurvivesAKill() {
        return Rounds.of(ROUNDS, List.of(Failure.values()), this::drill);
    }

    private void drill(Round<Failure> round) throws Exception {
        int sales = round.between(LEAST_SALES, MOST_SALES);
        int moment = round.between(1, sales / 2);
        try (Tills tills =
                Tills.sell(system.commandSide(), tokens, Shift.sales(round.number(), sales, round.dice()), receipts)) {
            tills.awaitSold(moment);
            strike(round.failure());
            tills.awaitAllSold();
        }
        verify();
        round.report(receipts);
    }

    private void strike(Failure failure) throws Exception {
        switch (failure) {
            case KILLED_APPLICATION -> {
                system.killAtOnce();
                startAgain();
            }
            case KILLED_DATABASE -> killTheDatabase();
            case KILLED_APPLICATION_AND_DATABASE -> {
                system.killAtOnce();
                killTheDatabase();
                startAgain();
            }
        }
    }

    /** kill -9 of the server, which a running application starts again by itself. */
    private void killTheDatabase() {
        for (long server : system.databaseServers()) {
            ProcessHandle.of(server).ifPresent(process -> {
                process.destroyForcibly();
                await().atMost(LIMIT).until(() -> !process.isAlive());
            });
        }
    }

    private void startAgain() throws Exception {
        system = SystemProcess.serve(data(), commandPort, queryPort).awaitReady();
    }

    private void verify() throws Exception {
        try (Connection connection = connect()) {
            LogAudit log = LogAudit.of(connection);
            log.mustHold(receipts);
            readers.mustAgreeWith(log);
        }
        assertThat(system.isAlive()).isTrue();
    }

    private static Path data() {
        return directory.resolve("data");
    }

    /** As the operator's guide does it for a backup. */
    private Connection connect() throws Exception {
        String port = Files.readString(data().resolve("postgres.port")).strip();
        Properties passwords = new Properties();
        try (BufferedReader file = Files.newBufferedReader(data().resolve("database.credentials"))) {
            passwords.load(file);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/hotpotspot".formatted(port),
                "postgres",
                passwords.getProperty("postgres"));
    }
}
