package com.hotpotspot.query.pool;

import com.hotpotspot.limits.Limits;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * How large each pool is. The work's is what {@code spring.datasource.hikari} says. With its 10 a process opens 20
 * connections at most, so that two fit into the 40 that the role of this side may have.
 */
@Configuration(proxyBeanMethods = false)
class PoolConfiguration {

    private static final String SETTINGS = "spring.datasource.hikari";

    /** A piece takes milliseconds, and its reader longer to take it. */
    private static final int FOR_PIECES = 3;

    private static final int FOR_WATCHING = 2;

    /** Whoever asks how this side does shall not wait for long to hear that the database does not answer. */
    private static final Duration WATCHING = Duration.ofSeconds(2);

    /** For how much longer than a statement may take a connection is waited for. */
    private static final Duration SILENCE = Duration.ofSeconds(3);

    @Bean(destroyMethod = "close")
    DataSource dataSource(
            DataSourceProperties properties, Environment environment, Limits limits, MeterRegistry meters) {
        return new Pools(purpose -> {
            HikariDataSource pool = properties
                    .initializeDataSourceBuilder()
                    .type(HikariDataSource.class)
                    .build();
            Binder.get(environment).bind(SETTINGS, Bindable.ofInstance(pool));
            pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
            switch (purpose) {
                case WORK -> {}
                case QUESTION ->
                    limit(
                            pool,
                            purpose,
                            limits.questions().atOnce(),
                            limits.questions().statement());
                case PIECE ->
                    limit(pool, purpose, FOR_PIECES, limits.questions().statement());
                case WATCH -> {
                    limit(pool, purpose, FOR_WATCHING, WATCHING);
                    pool.setConnectionTimeout(Math.min(pool.getConnectionTimeout(), WATCHING.toMillis()));
                }
            }
            return pool;
        });
    }

    private static void limit(HikariDataSource pool, Purpose purpose, int connections, Duration statement) {
        pool.setPoolName(pool.getPoolName() + "-" + purpose.name().toLowerCase(Locale.ROOT));
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(1);
        // The database ends a statement by itself, unless it is the one that is silent.
        pool.addDataSourceProperty(
                "socketTimeout", Long.toString(statement.plus(SILENCE).toSeconds()));
        // It is first asked for when somebody asks, and a database that is away then is told as at any other time.
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionInitSql(String.format(Locale.ROOT, "set statement_timeout = %d", statement.toMillis()));
    }
}
