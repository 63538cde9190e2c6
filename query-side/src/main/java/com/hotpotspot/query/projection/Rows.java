package com.hotpotspot.query.projection;

import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Rows on their way into a table, column by column: one array is one parameter, so that one statement writes any number
 * of rows. The statement takes them back apart with {@code unnest(?, ?, …)}.
 */
public final class Rows<R> {

    private final List<R> rows;
    private final List<Column> columns = new ArrayList<>();

    private Rows(Collection<R> rows) {
        this.rows = List.copyOf(rows);
    }

    public static <R> Rows<R> of(Collection<R> rows) {
        return new Rows<>(rows);
    }

    /** Adds a column of text: ids, names, enum constants. */
    public Rows<R> text(Function<R, @Nullable Object> value) {
        return column("text", row -> {
            Object object = value.apply(row);
            return object == null ? null : object.toString();
        });
    }

    public Rows<R> bigint(Function<R, @Nullable Long> value) {
        return column("bigint", value);
    }

    public Rows<R> date(Function<R, LocalDate> value) {
        return column("date", value);
    }

    public Rows<R> bool(Function<R, @Nullable Boolean> value) {
        return column("boolean", value);
    }

    /** Runs {@code sql} with the columns as its parameters; does nothing when there are no rows. */
    public int write(JdbcOperations jdbc, String sql) {
        if (rows.isEmpty()) {
            return 0;
        }
        return jdbc.update(connection -> {
            PreparedStatement statement = connection.prepareStatement(sql);
            int index = 1;
            for (Column column : columns) {
                statement.setArray(
                        index++,
                        connection.createArrayOf(column.type(), column.values().toArray()));
            }
            return statement;
        });
    }

    private Rows<R> column(String type, Function<R, ? extends @Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(value.apply(row)));
        columns.add(new Column(type, values));
        return this;
    }

    private record Column(String type, List<@Nullable Object> values) {}
}
