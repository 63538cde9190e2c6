package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.EventLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each projection has come, as committed together with its rows. */
@Component
public final class ProjectionPositions {

    private final JdbcClient jdbc;

    ProjectionPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The position up to which the projection's rows speak, or {@link EventLog#EMPTY}. Read beside those rows in one
     * {@linkplain Snapshots snapshot}, it is exact.
     */
    public long of(ProjectionName projection) {
        return jdbc.sql("select (token::jsonb ->> 'globalIndex')::bigint from q_tokens_v1.token"
                        + " where processor = ? and segment = 0 and token is not null")
                .param(projection.toString())
                .query(Long.class)
                .optional()
                .orElse(EventLog.EMPTY);
    }
}
