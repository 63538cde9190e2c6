package com.hotpotspot.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows for the log in the binary format of PostgreSQL's {@code COPY}, which costs the database half of what an
 * {@code INSERT} of the same rows does. They go in by the log's door for many rows, where it looks at them.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-copy.html">COPY, file formats, binary</a>
 */
final class EventCopy {

    private static final String COPY =
            "copy log.arrival (position, sequence, recorded_at, event_id, stream, type, revision,"
                    + " payload, metadata) from stdin (format binary)";
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final short COLUMNS = 9;
    private static final short END = -1;
    /** Three numbers and a UUID, each behind its length, the number of columns, and the lengths of the other five. */
    private static final int FIXED_BYTES = Short.BYTES + 3 * (Integer.BYTES + Long.BYTES) + 5 * Integer.BYTES + 20;

    private ByteBuffer rows = ByteBuffer.allocate(4 * 1024);
    private boolean empty = true;

    EventCopy() {
        rows.put(SIGNATURE).putInt(0).putInt(0);
    }

    void add(long position, NewEvent event) {
        byte[] stream = event.stream().toString().getBytes(UTF_8);
        byte[] type = event.type().getBytes(UTF_8);
        byte[] revision = event.revision().getBytes(UTF_8);
        reserve(FIXED_BYTES
                + stream.length
                + type.length
                + revision.length
                + event.payload().length
                + event.metadata().length);
        rows.putShort(COLUMNS);
        number(position);
        number(event.sequence());
        number(event.recordedAt().toEpochMilli());
        uuid(event.eventId());
        bytes(stream);
        bytes(type);
        bytes(revision);
        bytes(event.payload());
        bytes(event.metadata());
        empty = false;
    }

    /** Writes the rows in the connection's transaction. */
    void into(Connection connection) throws SQLException {
        if (empty) {
            return;
        }
        reserve(Short.BYTES);
        rows.putShort(END);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            copy.writeToCopy(rows.array(), 0, rows.position());
            copy.endCopy();
        } catch (SQLException | RuntimeException e) {
            cancel(copy, e);
            throw e;
        }
    }

    /** Whatever comes next on this connection would wait for ever for a copy that was left open. */
    private static void cancel(CopyIn copy, Exception cause) {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private void number(long value) {
        rows.putInt(Long.BYTES).putLong(value);
    }

    private void uuid(UUID value) {
        rows.putInt(2 * Long.BYTES).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
    }

    private void bytes(byte[] value) {
        rows.putInt(value.length).put(value);
    }

    private void reserve(int bytes) {
        if (rows.remaining() < bytes) {
            int needed = rows.position() + bytes;
            ByteBuffer larger = ByteBuffer.allocate(Math.max(needed, 2 * rows.capacity()));
            rows = larger.put(rows.flip());
        }
    }
}
