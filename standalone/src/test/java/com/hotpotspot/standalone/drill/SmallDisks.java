package com.hotpotspot.standalone.drill;

import com.hotpotspot.standalone.drill.SmallDisk.CannotMountException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Two disks of the database that can be filled to the last byte: the one with the log, and the write-ahead log's. */
final class SmallDisks implements AutoCloseable {

    private static final List<String> MOVES = List.of(
            "alter table log.event set tablespace small",
            "alter index log.event_position set tablespace small",
            "alter index log.event_stream_sequence set tablespace small");

    /** Enough to fill all segments that lie ready, a few times over. */
    private static final int MOST_ROUNDS = 200;

    private static final String EIGHT_MEGABYTES =
            "select pg_logical_emit_message(false, 'drill', repeat('x', 8000000))";

    private final DrilledDatabase database;
    private final SmallDisk log;
    private final SmallDisk writeAheadLog;
    private int moves;

    private SmallDisks(DrilledDatabase database, SmallDisk log, SmallDisk writeAheadLog) {
        this.database = database;
        this.log = log;
        this.writeAheadLog = writeAheadLog;
    }

    /** Mounts them and moves the log's table to its own. */
    static SmallDisks mount(Path parent, DrilledDatabase database)
            throws IOException, SQLException, CannotMountException {
        SmallDisk log = SmallDisk.mount(parent.resolve("small-disk-log"));
        SmallDisk writeAheadLog = SmallDisk.mount(parent.resolve("small-disk-wal"));
        Path tables = Files.createDirectory(log.path().resolve("tables"));
        database.execute("create tablespace small location '%s'".formatted(tables));
        for (String move : MOVES) {
            database.execute(move);
        }
        return new SmallDisks(database, log, writeAheadLog);
    }

    /** Leaves so little to the log that a few more sales fill its disk. */
    void fillTheLogs(long spare) throws IOException {
        log.leave(spare);
    }

    /** Has the server write ahead on the small disk from now on, which takes a restart. */
    void takeTheWriteAheadLog() throws IOException {
        move(writeAheadLog.path().resolve("wal-" + ++moves));
    }

    void giveTheWriteAheadLogBack() throws IOException {
        move(database.beside("wal-" + ++moves));
    }

    /** Fills the write-ahead log's disk until the server breaks down over it. */
    void fillTheWriteAheadLogs(long spare) throws IOException {
        writeAheadLog.leave(spare);
        for (int i = 0; i < MOST_ROUNDS; i++) {
            try {
                database.execute(EIGHT_MEGABYTES);
            } catch (SQLException e) {
                return;
            }
        }
        throw new AssertionError("the write-ahead log's disk does not get full");
    }

    void makeSpace() throws IOException {
        log.makeSpace();
        writeAheadLog.makeSpace();
    }

    @Override
    public void close() throws IOException {
        log.close();
        writeAheadLog.close();
    }

    private void move(Path to) throws IOException {
        database.stop();
        database.moveWriteAheadLog(to);
        database.start();
    }
}
