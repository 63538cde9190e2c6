package com.hotpotspot.query.projection;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares two versions of a projection: of each table that both have, how many rows there are and what those columns
 * say that both have, as a sum of the rows' hashes, for which their order does not matter.
 */
final class Comparison {

    private static final int MOST_TOLD = 10;

    private final JdbcClient jdbc;

    Comparison(JdbcOperations jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    /** What they say otherwise, a sentence each; to be asked while both are at one position. */
    List<String> differences(Version before, Version after) {
        List<String> differences = new ArrayList<>();
        for (Shared table : shared(before, after)) {
            Content old = content(before, table);
            Content young = content(after, table);
            if (old.rows() != young.rows()) {
                differences.add(table.name() + " has " + young.rows() + " rows instead of " + old.rows());
            } else if (!old.digest().equals(young.digest())) {
                differences.add(table.name() + " has as many rows, and they say something else in "
                        + String.join(", ", differingColumns(before, after, table))
                                .replace("\"", ""));
            }
        }
        return differences.subList(0, Math.min(MOST_TOLD, differences.size()));
    }

    private List<String> differingColumns(Version before, Version after, Shared table) {
        return table.columns().stream()
                .filter(column -> {
                    Shared one = new Shared(table.name(), List.of(column));
                    return !content(before, one).equals(content(after, one));
                })
                .toList();
    }

    private List<Shared> shared(Version before, Version after) {
        return jdbc.sql("""
                        select a.relname as name, array_agg(quote_ident(c.attname) order by c.attname) as columns
                        from pg_class a
                        join pg_class b on b.relname = a.relname
                        join pg_attribute c on c.attrelid = a.oid and c.attnum > 0 and not c.attisdropped
                        join pg_attribute d on d.attrelid = b.oid and d.attnum > 0 and not d.attisdropped
                                           and d.attname = c.attname
                        where a.relkind = 'r' and a.relnamespace = ?::regnamespace
                          and b.relkind = 'r' and b.relnamespace = ?::regnamespace
                          and a.relname <> 'migration_history'
                        group by a.relname
                        order by a.relname
                        """)
                .params(before.schemaName(), after.schemaName())
                .query((row, number) -> new Shared(row.getString("name"), List.of((String[])
                        row.getArray("columns").getArray())))
                .list();
    }

    /** Names come from the catalogue, columns with the quotes they need; tables of ours need none. */
    private Content content(Version version, Shared table) {
        return jdbc.sql("select count(*) as rows, coalesce(sum(hashtextextended(row("
                        + String.join(", ", table.columns()) + ")::text, 0)::numeric), 0)::text as digest from "
                        + version.schemaName() + "." + table.name())
                .query((row, number) -> new Content(row.getLong("rows"), row.getString("digest")))
                .single();
    }

    /** A table that both have, with the columns that both have. */
    private record Shared(String name, List<String> columns) {}

    private record Content(long rows, String digest) {}
}
