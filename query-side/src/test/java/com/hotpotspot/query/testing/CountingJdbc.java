package com.hotpotspot.query.testing;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;

/** Counts the statements that change something. */
public final class CountingJdbc extends JdbcTemplate {

    private int statements;

    public CountingJdbc(DataSource dataSource) {
        super(dataSource);
    }

    public int statements() {
        return statements;
    }

    /** They are sent together. */
    @Override
    public <T extends @Nullable Object> T execute(String sql, PreparedStatementCallback<T> action) {
        statements += sql.split(";\n").length;
        return super.execute(sql, action);
    }
}
