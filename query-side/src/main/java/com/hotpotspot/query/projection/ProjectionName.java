package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.events.InvalidValue;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A projection and its version. A new version gets tables of its own and reads the log from the beginning.
 *
 * @param name for example {@code node_sales}
 * @param version from 1
 */
public record ProjectionName(String name, int version) {

    /** What every projection's schema has besides tables of its own. */
    private static final String SHARED = "classpath:db/projection";

    private static final Pattern FORM = Pattern.compile("[a-z][a-z_]{0,30}");

    public ProjectionName {
        InvalidValue.unless(FORM.matcher(name).matches(), "projection", "has no valid name: %s", name);
        InvalidValue.unless(version > 0, "projection", "has no valid version: %d", version);
    }

    /** The schema that holds its tables, with the migrations that make them. */
    public SchemaModule schema() {
        String schema = "q_" + this;
        return new SchemaModule(schema, List.of("classpath:db/" + schema, SHARED));
    }

    /** The name its processor and its token go by, for example {@code node_sales_v1}. */
    @Override
    public String toString() {
        return name + "_v" + version;
    }
}
