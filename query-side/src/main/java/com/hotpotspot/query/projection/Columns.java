package com.hotpotspot.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Columns of a projection's rows that SQL has no type for of its own. */
public final class Columns {

    private Columns() {}

    /** A time in milliseconds since 1970 that may be null. */
    public static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Long millis = row.getObject(column, Long.class);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
