package com.hotpotspot.query.pool;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** One database, and for each purpose a pool of connections to it that no other purpose can empty. */
final class Pools extends AbstractDataSource implements AutoCloseable {

    private final Map<Purpose, HikariDataSource> pools = new EnumMap<>(Purpose.class);

    Pools(Function<Purpose, HikariDataSource> pool) {
        for (Purpose purpose : Purpose.values()) {
            pools.put(purpose, pool.apply(purpose));
        }
    }

    private HikariDataSource pool() {
        return Objects.requireNonNull(pools.get(Purpose.ofThisThread()));
    }

    @Override
    public Connection getConnection() throws SQLException {
        return pool().getConnection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return pool().getConnection(username, password);
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
    }
}
