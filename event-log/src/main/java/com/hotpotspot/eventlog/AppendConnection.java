package com.hotpotspot.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection on which one thread appends. It is kept from batch to batch, so that readers cannot take the pool's
 * last connection away from the writer.
 */
final class AppendConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AppendConnection.class);
    /** After so long a pause something between here and the server may have forgotten the connection. */
    private static final Duration TRUSTED_FOR = Duration.ofSeconds(5);

    private static final int CHECK_SECONDS = 2;

    private final DataSource dataSource;
    private final int networkTimeoutMillis;
    private @Nullable Connection open;
    private long lastUse;

    /** @param networkTimeout after which a server that no longer answers is given up */
    AppendConnection(DataSource dataSource, Duration networkTimeout) {
        this.dataSource = dataSource;
        this.networkTimeoutMillis = Math.toIntExact(networkTimeout.toMillis());
    }

    /** Whether a connection is at hand, which need not mean that it still leads to a server. */
    boolean isOpen() {
        return open != null;
    }

    Connection get() throws SQLException {
        if (open != null && isStale() && !open.isValid(CHECK_SECONDS)) {
            close();
        }
        Connection connection = open;
        if (connection == null) {
            connection = dataSource.getConnection();
            open = connection;
            connection.setNetworkTimeout(Runnable::run, networkTimeoutMillis);
        }
        lastUse = System.nanoTime();
        return connection;
    }

    private boolean isStale() {
        return System.nanoTime() - lastUse > TRUSTED_FOR.toNanos();
    }

    /** Gives the connection back; the next {@link #get()} asks for another. */
    @Override
    public void close() {
        Connection connection = open;
        open = null;
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("A connection could not be closed, as is to be expected when it was lost", e);
            }
        }
    }
}
