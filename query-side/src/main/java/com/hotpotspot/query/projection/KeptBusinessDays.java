package com.hotpotspot.query.projection;

import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.BusinessDays;
import com.hotpotspot.events.network.DayBegin;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * What a projection knows of when business days begin: rows of {@code business_day} among its own tables. It is read
 * from there with each batch, so that it always is what the log said up to the batch.
 */
public final class KeptBusinessDays {

    private final JdbcOperations jdbc;

    public KeptBusinessDays(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** All that was set in batches before. */
    public BusinessDays read() {
        return BusinessDays.of(jdbc.query(
                "select from_day, begins_at from business_day",
                (row, number) -> new BusinessDaySet(
                        new DayBegin(row.getString("begins_at")), row.getObject("from_day", LocalDate.class))));
    }

    /** Keeps what is set now; what was set for the same day before does not count any longer. */
    public static void keep(Writes writes, BusinessDaySet set) {
        writes.add(
                "insert into business_day (from_day, begins_at) values (?, ?)"
                        + " on conflict (from_day) do update set begins_at = excluded.begins_at",
                set.from(),
                set.beginsAt().value());
    }
}
