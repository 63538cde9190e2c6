package com.hotpotspot.query.projection;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;

/**
 * What a batch of events comes to, a statement a table. All of them go to the database together, in their order: to
 * wait for each by itself would take longer than to run it, above all where others wait for a processor, too.
 */
public final class Writes {

    private final List<Statement> statements = new ArrayList<>();

    /** Adds a statement with its parameters. */
    public void add(String sql, @Nullable Object... parameters) {
        add(sql, null, (statement, first) -> {
            for (int i = 0; i < parameters.length; i++) {
                StatementCreatorUtils.setParameterValue(statement, first + i, SqlTypeValue.TYPE_UNKNOWN, parameters[i]);
            }
            return first + parameters.length;
        });
    }

    /** @param expectation of how many rows it changes; null if any number will do */
    void add(String sql, @Nullable Expectation expectation, Parameters parameters) {
        statements.add(new Statement(sql, expectation, parameters));
    }

    /**
     * Runs all of them.
     *
     * @throws IllegalStateException if one of them changed fewer rows than it has to
     */
    void send(JdbcOperations jdbc) {
        if (statements.isEmpty()) {
            return;
        }
        String sql = statements.stream().map(Statement::sql).collect(Collectors.joining(";\n"));
        jdbc.execute(sql, (PreparedStatement all) -> {
            int next = 1;
            for (Statement statement : statements) {
                next = statement.parameters().set(all, next);
            }
            all.execute();
            for (Statement statement : statements) {
                statement.check(all.getUpdateCount());
                all.getMoreResults();
            }
            return statements.size();
        });
    }

    /** Sets the parameters of one statement from a place on. */
    @FunctionalInterface
    interface Parameters {

        /** @return the place after them */
        int set(PreparedStatement statement, int first) throws SQLException;
    }

    /** @param otherwise what the log tells if fewer rows were changed, as the end of a sentence */
    record Expectation(int rows, Supplier<String> otherwise) {}

    private record Statement(String sql, @Nullable Expectation expectation, Parameters parameters) {

        void check(int changed) {
            if (expectation != null && changed != expectation.rows()) {
                throw new IllegalStateException(
                        "the log tells " + expectation.otherwise().get());
            }
        }
    }
}
