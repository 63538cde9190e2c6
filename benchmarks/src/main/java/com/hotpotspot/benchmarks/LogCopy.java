package com.hotpotspot.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.events.json.EventType;
import com.hotpotspot.events.json.EventTypes;
import com.hotpotspot.events.sale.SaleId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/**
 * Fills and empties the log's own table with PostgreSQL's {@code COPY}, in its binary format: the fastest way there is,
 * which knows no commands, no conflicts and nobody who waits. The bound for everything else.
 */
final class LogCopy {

    private static final byte[] HEADER = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final byte[] METADATA = EventJson.metadata(Map.of(
            "account", "anonymous",
            "causation", "01936f5e-8c5b-7a4e-9d3c-2b1a0f9e8d7c",
            "channel", "till",
            "correlation", "01936f5e-8c5b-7a4e-9d3c-2b1a0f9e8d7c",
            "role", "anonymous"));

    private final String url;
    private final boolean hashed;
    private final boolean followed;
    private long nextPosition;
    private long nextSale;

    /** @param nextPosition where the log goes on */
    LogCopy(String url, long nextPosition, long nextSale) {
        this(url, false, nextPosition, nextSale, false);
    }

    /** The same of sales of which some are claimed, voided and refunded at once. */
    static LogCopy followed(String url, long nextPosition) {
        return new LogCopy(url, false, nextPosition, 0, true);
    }

    /**
     * @param hashed whether into {@code log.hashed}, a table that also keeps the SHA-256 of payload and metadata, in
     *     place of the log's own
     */
    LogCopy(String url, boolean hashed, long nextPosition, long nextSale) {
        this(url, hashed, nextPosition, nextSale, false);
    }

    private LogCopy(String url, boolean hashed, long nextPosition, long nextSale, boolean followed) {
        this.followed = followed;
        this.url = url;
        this.hashed = hashed;
        this.nextPosition = nextPosition;
        this.nextSale = nextSale;
    }

    /**
     * Adds the events of {@code sales} sales, {@code salesPerCommit} in each transaction; returns events per second.
     */
    double in(int sales, int salesPerCommit) throws SQLException, IOException {
        long nanos = 0;
        try (Connection connection = DriverManager.getConnection(url + "?user=postgres")) {
            connection.setAutoCommit(false);
            for (int done = 0; done < sales; done += salesPerCommit) {
                byte[] rows = rows(Math.min(salesPerCommit, sales - done));
                long start = System.nanoTime();
                CopyIn copy = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy %s (position, sequence, recorded_at, event_id, stream, type, revision, payload, metadata%s)"
                                                .formatted(
                                                        hashed ? "log.hashed" : "log.event",
                                                        hashed ? ", payload_sha256, metadata_sha256" : "")
                                        + " from stdin (format binary)");
                copy.writeToCopy(rows, 0, rows.length);
                copy.endCopy();
                connection.commit();
                nanos += System.nanoTime() - start;
            }
            if (!hashed) {
                moveEnd(connection);
            }
        }
        return sales * 3 * 1e9 / nanos;
    }

    /** What the log's own functions do at each append, so that the log is whole for whoever appends or seals next. */
    private static void moveEnd(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("update log.head set (position, event_id) ="
                    + " (select position, event_id from log.event order by position desc limit 1)");
        }
        connection.commit();
    }

    /** Reads the whole table; returns events per second. */
    double out() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url + "?user=postgres")) {
            long rows = 0;
            long start = System.nanoTime();
            CopyOut copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy log.event to stdout (format binary)");
            while (copy.readFromCopy() != null) {
                rows++;
            }
            return rows * 1e9 / (System.nanoTime() - start);
        }
    }

    private byte[] rows(int sales) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(sales * 2_200);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(HEADER);
            out.writeInt(0);
            out.writeInt(0);
            for (int i = 0; i < sales; i++) {
                sale(out);
            }
            out.writeShort(-1);
        }
        return bytes.toByteArray();
    }

    private void sale(DataOutputStream out) throws IOException {
        long number = ++nextSale;
        SaleId sale = RecordedSale.idOf(number);
        List<Event> events = RecordedSale.events(number, followed);
        for (int sequence = 0; sequence < events.size(); sequence++) {
            event(out, sale, sequence, events.get(sequence));
        }
    }

    private void event(DataOutputStream out, SaleId sale, long sequence, Event payload) throws IOException {
        EventType type = EventTypes.of(payload.getClass()).orElseThrow();
        UUID id = UuidCreator.getTimeOrderedEpoch();
        byte[] bytes = EventJson.mapper().writeValueAsBytes(payload);
        out.writeShort(hashed ? 11 : 9);
        bigint(out, nextPosition++);
        bigint(out, sequence);
        bigint(out, System.currentTimeMillis());
        out.writeInt(16);
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
        bytes(out, sale.stream().toString().getBytes(UTF_8));
        bytes(out, type.name().getBytes(UTF_8));
        bytes(out, type.revision().getBytes(UTF_8));
        bytes(out, bytes);
        bytes(out, METADATA);
        if (hashed) {
            bytes(out, Sha256.of(bytes));
            bytes(out, Sha256.of(METADATA));
        }
    }

    private static void bigint(DataOutputStream out, long value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
    }

    private static void bytes(DataOutputStream out, byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }
}
