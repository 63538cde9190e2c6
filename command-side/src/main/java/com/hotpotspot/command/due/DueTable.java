package com.hotpotspot.command.due;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of {@code command.due}. Of several processes one at a time fills it, and one at a time sweeps a row. */
@Component
@DependsOn("migratedDatabase")
class DueTable {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    DueTable(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Adds rows and remembers how far the log was read, both or neither.
     *
     * @param read reads on from a position
     * @return whether anything was read; false also if another process is at it
     */
    boolean fill(Function<Long, Filling> read) {
        return Boolean.TRUE.equals(transactions.execute(transaction -> jdbc.sql(
                        "select next from command.due_position for update skip locked")
                .query(Long.class)
                .optional()
                .map(next -> {
                    Filling filling = read.apply(next);
                    insert(filling.rows());
                    jdbc.sql("update command.due_position set next = ?")
                            .param(filling.next())
                            .update();
                    return filling.next() > next;
                })
                .orElse(false)));
    }

    /** The first position of the log that nobody has looked at. */
    long next() {
        return jdbc.sql("select next from command.due_position")
                .query(Long.class)
                .single();
    }

    private void insert(List<Row> rows) {
        if (!rows.isEmpty()) {
            jdbc.sql("insert into command.due (at, kind, id, retry_at) select at, kind, id, at"
                            + " from unnest(?::bigint[], ?::text[], ?::text[]) as new (at, kind, id)"
                            + " on conflict do nothing")
                    .param(rows.stream().map(row -> row.at().toEpochMilli()).toArray(Long[]::new))
                    .param(rows.stream().map(Row::kind).toArray(String[]::new))
                    .param(rows.stream().map(Row::id).toArray(String[]::new))
                    .update();
        }
    }

    /** The rows whose time has come, to be tried first or again; those that wait longest first. */
    List<Row> dueAt(Instant now, int limit) {
        return jdbc.sql("select at, kind, id, failures from command.due where retry_at <= ?"
                        + " order by retry_at, at, kind, id limit ?")
                .param(now.toEpochMilli())
                .param(limit)
                .query((row, number) -> new Row(
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("kind"),
                        row.getString("id"),
                        row.getInt("failures")))
                .list();
    }

    /** Notes that it has failed once more, and when it is to be tried again. */
    void putOff(Row row, Instant until) {
        jdbc.sql("update command.due set retry_at = ?, failures = failures + 1 where at = ? and kind = ? and id = ?")
                .param(until.toEpochMilli())
                .param(row.at().toEpochMilli())
                .param(row.kind())
                .param(row.id())
                .update();
    }

    void remove(Row row) {
        jdbc.sql("delete from command.due where at = ? and kind = ? and id = ?")
                .param(row.at().toEpochMilli())
                .param(row.kind())
                .param(row.id())
                .update();
    }

    /** @param failures how often it has failed, one after the other */
    record Row(Instant at, String kind, String id, int failures) {}

    /** @param next where to read on */
    record Filling(List<Row> rows, long next) {}
}
