package com.hotpotspot.query.projection;

import com.hotpotspot.events.InvalidValue;
import java.util.regex.Pattern;

/**
 * A projection, and the shape of its tables as this build fills and reads them. A build that fills them in another way
 * says another shape, and its tables are then filled from the beginning of the log beside those that there are.
 *
 * @param name for example {@code node_sales}
 * @param shape from 1
 */
public record ProjectionName(String name, int shape) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z_]{0,30}");

    public ProjectionName {
        InvalidValue.unless(FORM.matcher(name).matches(), "projection", "has no valid name: %s", name);
        InvalidValue.unless(shape > 0, "projection", "has no valid shape: %d", shape);
    }

    /** The name, for example {@code node_sales}. */
    @Override
    public String toString() {
        return name;
    }
}
