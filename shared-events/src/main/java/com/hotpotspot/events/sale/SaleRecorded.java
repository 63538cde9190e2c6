package com.hotpotspot.events.sale;

import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A till sold something.
 *
 * @param soldAt the till's time of the sale, in milliseconds; the event's own timestamp is the time of recording
 * @param totalTetri the sum of the items' amounts, at most {@value #HIGHEST_TOTAL_TETRI}
 * @param customer the buyer, if one was named
 */
public record SaleRecorded(
        SaleId sale,
        NodeId node,
        SaleNumber number,
        TerminalId terminal,
        Instant soldAt,
        List<SaleItem> items,
        Tetri totalTetri,
        @Nullable CustomerId customer,
        SaleOrigin origin)
        implements SaleEvent {

    /** The largest total that a sale can have: 100,000 GEL. */
    public static final long HIGHEST_TOTAL_TETRI = 10_000_000;

    public SaleRecorded {
        items = List.copyOf(items);
    }

    /** Whether {@code other} tells of the same sale, whichever way the two came in. */
    public boolean sameContentAs(SaleRecorded other) {
        return equals(new SaleRecorded(
                other.sale,
                other.node,
                other.number,
                other.terminal,
                other.soldAt,
                other.items,
                other.totalTetri,
                other.customer,
                origin));
    }
}
