package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.SchemaModule;

/**
 * The tables of a projection, filled from the beginning of the log. Each time they are filled anew, that is another
 * version, in a schema of its own.
 *
 * @param number counts from 1
 */
public record Version(ProjectionName projection, int number) implements Comparable<Version> {

    /** The schema that holds its tables, with the migrations that make them, which name no schema. */
    SchemaModule schema() {
        return new SchemaModule(schemaName(), "classpath:db/projected/" + projection.name());
    }

    /** The name of a projection has no character that SQL would need to quote. */
    String schemaName() {
        return "q_" + this;
    }

    /** In this order rows are locked, so that nobody waits in a circle. */
    @Override
    public int compareTo(Version other) {
        int byName = projection.name().compareTo(other.projection.name());
        return byName == 0 ? Integer.compare(number, other.number) : byName;
    }

    /** For example {@code node_sales_v1}. */
    @Override
    public String toString() {
        return projection.name() + "_v" + number;
    }
}
