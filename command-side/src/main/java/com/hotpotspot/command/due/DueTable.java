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

    private void insert(List<Row> rows) {
        if (!rows.isEmpty()) {
            jdbc.sql("insert into command.due (at, kind, id) select * from unnest(?::bigint[], ?::text[], ?::text[])"
                            + " on conflict do nothing")
                    .param(rows.stream().map(row -> row.at().toEpochMilli()).toArray(Long[]::new))
                    .param(rows.stream().map(Row::kind).toArray(String[]::new))
                    .param(rows.stream().map(Row::id).toArray(String[]::new))
                    .update();
        }
    }

    /** The oldest rows whose time has come. */
    List<Row> dueAt(Instant now, int limit) {
        return jdbc.sql("select at, kind, id from command.due where at <= ? order by at, kind, id limit ?")
                .param(now.toEpochMilli())
                .param(limit)
                .query((row, number) ->
                        new Row(Instant.ofEpochMilli(row.getLong("at")), row.getString("kind"), row.getString("id")))
                .list();
    }

    void remove(Row row) {
        jdbc.sql("delete from command.due where at = ? and kind = ? and id = ?")
                .param(row.at().toEpochMilli())
                .param(row.kind())
                .param(row.id())
                .update();
    }

    record Row(Instant at, String kind, String id) {}

    /** @param next where to read on */
    record Filling(List<Row> rows, long next) {}
}
