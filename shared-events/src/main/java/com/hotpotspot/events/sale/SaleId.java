package com.hotpotspot.events.sale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.network.NodeId;

/**
 * A sale's id: its node and its number, so that a duplicate is a conflict which the log itself finds.
 *
 * @param value {@code NODE:number}, numeric numbers padded to ten digits
 */
public record SaleId(@JsonValue String value) {

    /** A node of 24 characters, a colon and a number of 40. */
    private static final int LONGEST = 65;

    /** @throws InvalidValue if {@code value} is not {@code NODE:number} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SaleId {
        int colon = value.indexOf(':');
        InvalidValue.unless(
                colon > 0 && colon < value.length() - 1 && value.indexOf(':', colon + 1) < 0,
                "saleId",
                "must be written NODE:number");
    }

    /**
     * The id that somebody wrote, who need not know of the padding.
     *
     * @throws InvalidValue if no sale can have this id
     */
    public static SaleId parse(String text) {
        // Also because the time that leading zeros take grows with the square of their number.
        InvalidValue.unless(text.length() <= LONGEST, "saleId", "must not be longer than %d characters", LONGEST);
        SaleId written = new SaleId(text);
        String number = text.substring(text.indexOf(':') + 1).replaceFirst("^0+(?=[0-9]+$)", "");
        return of(written.node(), new SaleNumber(number));
    }

    public static SaleId of(NodeId node, SaleNumber number) {
        return new SaleId(node.value() + ':' + number.ordered());
    }

    /** The node that made the sale. */
    public NodeId node() {
        return new NodeId(value.substring(0, value.indexOf(':')));
    }

    public StreamId stream() {
        return new StreamId("sale", value);
    }

    /** The check that this sale leaves with its buyer. */
    public CheckId check() {
        return new CheckId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
