package com.hotpotspot.query.testing;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;

/** Counts the statements that change something. */
public final class CountingJdbc extends JdbcTemplate {

    private int statements;

    public CountingJdbc(DataSource dataSource) {
        super(dataSource);
    }

    public int statements() {
        return statements;
    }

    /** All the other methods of that name end here. */
    @Override
    protected int update(PreparedStatementCreator creator, @Nullable PreparedStatementSetter setter) {
        statements++;
        return super.update(creator, setter);
    }
}
