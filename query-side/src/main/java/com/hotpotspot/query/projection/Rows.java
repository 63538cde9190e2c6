package com.hotpotspot.query.projection;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
        return column("text", new String[rows.size()], row -> {
            Object object = value.apply(row);
            return object == null ? null : object.toString();
        });
    }

    public Rows<R> bigint(Function<R, @Nullable Long> value) {
        return column("bigint", new Long[rows.size()], value);
    }

    public Rows<R> date(Function<R, LocalDate> value) {
        return column("date", new LocalDate[rows.size()], value);
    }

    public Rows<R> bool(Function<R, @Nullable Boolean> value) {
        return column("boolean", new Boolean[rows.size()], value);
    }

    /** Has {@code sql} run with the columns as its parameters, unless there are no rows. */
    public void write(Writes writes, String sql) {
        write(writes, sql, null);
    }

    /**
     * The same for a statement that has to change a row for each of these.
     *
     * @param otherwise what the log tells if it does not, as the end of a sentence before the rows' first column
     */
    public void writeEach(Writes writes, String sql, String otherwise) {
        write(
                writes,
                sql,
                new Writes.Expectation(
                        rows.size(),
                        () -> otherwise + ", among "
                                + Arrays.asList(columns.getFirst().values())));
    }

    private void write(Writes writes, String sql, Writes.@Nullable Expectation expectation) {
        if (!rows.isEmpty()) {
            writes.add(sql, expectation, this::set);
        }
    }

    private int set(PreparedStatement statement, int first) throws SQLException {
        int next = first;
        for (Column column : columns) {
            statement.setArray(next++, statement.getConnection().createArrayOf(column.type(), column.values()));
        }
        return next;
    }

    /** @param values of the type itself: the driver sends such an array as it is, and one of objects as text */
    private <V> Rows<R> column(String type, @Nullable V[] values, Function<R, ? extends @Nullable V> value) {
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        columns.add(new Column(type, values));
        return this;
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Column(String type, @Nullable Object[] values) {}
}
