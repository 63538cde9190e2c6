package com.hotpotspot.standalone.drill;

import com.hotpotspot.standalone.drill.Rounds.Round;
import com.hotpotspot.standalone.drill.SmallDisk.CannotMountException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Both sides as processes of their own, which have to live through whatever becomes of the PostgreSQL they use. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostDatabaseDrillIT {

    private static final int ROUNDS = 5;
    private static final int LEAST_SALES = 600;
    private static final int MOST_SALES = 1_200;

    @TempDir
    static Path directory;

    private final Receipts receipts = new Receipts();
    private TwoSides system;
    private @Nullable SmallDisks disks;
    private String noDisks = "";

    private enum Failure {
        KILLED_DATABASE,
        KILLED_BACKEND,
        CUT_CONNECTIONS,
        FULL_DISK,
        FULL_WRITE_AHEAD_LOG
    }

    @BeforeAll
    void start() throws Exception {
        system = TwoSides.start(directory);
        try {
            disks = SmallDisks.mount(directory, system.database());
        } catch (CannotMountException e) {
            noDisks = String.valueOf(e.getMessage());
        }
    }

    @AfterAll
    void stop() throws Exception {
        // Either may have failed to start.
        if (system != null) {
            system.close();
        }
        if (disks != null) {
            disks.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyAcknowledgedSaleSurvivesTheDatabasesTroubles() {
        return Rounds.of(ROUNDS, List.of(Failure.values()), this::drill);
    }

    private void drill(Round<Failure> round) throws Exception {
        int sales = round.between(LEAST_SALES, MOST_SALES) + salesToFillADisk(round.failure());
        int moment = round.between(1, LEAST_SALES / 2);
        if (round.failure() == Failure.FULL_WRITE_AHEAD_LOG) {
            smallDisks().takeTheWriteAheadLog();
        }
        try (Tills tills = system.sell(Shift.sales(round.number(), sales, round.dice()), receipts)) {
            tills.awaitSold(moment);
            strike(round);
            tills.awaitAllSold();
        }
        if (round.failure() == Failure.FULL_WRITE_AHEAD_LOG) {
            smallDisks().giveTheWriteAheadLogBack();
        }
        verify();
        round.report(receipts);
    }

    /** The server takes space for its table in advance, more than the least of shifts would fill. */
    private static int salesToFillADisk(Failure failure) {
        return failure == Failure.FULL_DISK ? 2_000 : 0;
    }

    private void strike(Round<Failure> round) throws Exception {
        switch (round.failure()) {
            case KILLED_DATABASE -> {
                system.database().kill();
                system.database().start();
            }
            case KILLED_BACKEND -> system.database().killABackend();
            case CUT_CONNECTIONS -> {
                system.loseAnswers(round.between(1, 5));
                system.cut();
            }
            case FULL_DISK -> {
                smallDisks().fillTheLogs(round.between(0, 100_000));
                refuseCleanlyAndReadOn();
                smallDisks().makeSpace();
            }
            case FULL_WRITE_AHEAD_LOG -> {
                smallDisks().fillTheWriteAheadLogs(round.between(0, 16_000_000));
                system.database().awaitAnEndOrARecovery();
                smallDisks().makeSpace();
                if (!system.database().isRunning()) {
                    system.database().start();
                }
            }
        }
    }

    /** Skips the round where there are none. */
    private SmallDisks smallDisks() {
        SmallDisks mounted = disks;
        Assumptions.assumeTrue(mounted != null, () -> "no disk can be mounted here to be filled: " + noDisks);
        return Objects.requireNonNull(mounted);
    }

    private void refuseCleanlyAndReadOn() {
        receipts.awaitSentAway(100);
        system.readers().onlooker().awaitALook();
    }

    private void verify() throws SQLException {
        LogAudit log = system.audit();
        log.mustHold(receipts);
        system.readers().mustAgreeWith(log);
        system.mustStillRun();
    }
}
