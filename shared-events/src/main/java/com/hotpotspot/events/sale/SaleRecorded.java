package com.hotpotspot.events.sale;

import com.hotpotspot.events.EventName;
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
 * @param discountTetri what was taken off the whole, besides the discounts of items; absent where nothing was
 * @param totalTetri the sum of the items' amounts less all discounts, at most {@value #HIGHEST_TOTAL_TETRI}
 * @param payments what the total was paid with, in parts that add up to it; absent where the till did not say, which
 *     counts as {@link MeansOfPayment#OTHER}
 * @param tipTetri left on top of the total; absent where none was
 * @param cashier who stood at the till, if it said so
 * @param customer the buyer, if one was named
 * @param fiscalNumber of the fiscal document, if there is one
 */
@EventName(value = "sale.recorded", revision = "2")
public record SaleRecorded(
        SaleId sale,
        NodeId node,
        SaleNumber number,
        TerminalId terminal,
        Instant soldAt,
        List<SaleItem> items,
        @Nullable Tetri discountTetri,
        Tetri totalTetri,
        @Nullable List<Payment> payments,
        @Nullable Tip tipTetri,
        @Nullable CashierId cashier,
        @Nullable CustomerId customer,
        @Nullable FiscalNumber fiscalNumber,
        SaleOrigin origin)
        implements SaleEvent {

    /** The largest total that a sale can have: 100,000 GEL. */
    public static final long HIGHEST_TOTAL_TETRI = 10_000_000;

    /** A discount of nothing is none, and so are no payments. */
    public SaleRecorded {
        items = List.copyOf(items);
        discountTetri = Tetri.ZERO.equals(discountTetri) ? null : discountTetri;
        payments = payments == null || payments.isEmpty() ? null : List.copyOf(payments);
    }

    /** A sale of which no more is known than revision 1 of this event told. */
    public SaleRecorded(
            SaleId sale,
            NodeId node,
            SaleNumber number,
            TerminalId terminal,
            Instant soldAt,
            List<SaleItem> items,
            Tetri totalTetri,
            @Nullable CustomerId customer,
            SaleOrigin origin) {
        this(sale, node, number, terminal, soldAt, items, null, totalTetri, null, null, null, customer, null, origin);
    }

    /** Whether {@code other} tells of the same sale, whichever way the two came in. */
    public boolean sameContentAs(SaleRecorded other) {
        return equals(other.cameInBy(origin));
    }

    private SaleRecorded cameInBy(SaleOrigin way) {
        return new SaleRecorded(
                sale,
                node,
                number,
                terminal,
                soldAt,
                items,
                discountTetri,
                totalTetri,
                payments,
                tipTetri,
                cashier,
                customer,
                fiscalNumber,
                way);
    }
}
