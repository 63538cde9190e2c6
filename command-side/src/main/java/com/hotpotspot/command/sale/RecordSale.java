package com.hotpotspot.command.sale;

import com.hotpotspot.access.Grant;
import com.hotpotspot.command.dispatch.Command;
import com.hotpotspot.command.dispatch.Landed;
import com.hotpotspot.command.dispatch.Repetition;
import com.hotpotspot.events.Era;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.CustomerId;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.events.sale.SaleRecorded;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Record what a till sold.
 *
 * @param number has a letter or a digit, so that it can stand in a path
 * @param soldAt in the {@link Era}, kept in milliseconds
 * @param items 1 to {@value #MAX_ITEMS}
 * @param total 0 to {@value #MAX_TOTAL_TETRI} tetri (a meal may be given away), equal to the sum of the items' amounts
 */
public record RecordSale(
        NodeId node,
        SaleNumber number,
        TerminalId terminal,
        Instant soldAt,
        List<SaleItem> items,
        Tetri total,
        Optional<CustomerId> customer,
        SaleOrigin origin)
        implements Command<SaleReceipt> {

    public static final int MAX_ITEMS = 500;
    public static final long MAX_TOTAL_TETRI = SaleRecorded.HIGHEST_TOTAL_TETRI;

    /**
     * @throws InvalidValue if there are too few or too many items, a text is not legible, the time lies outside of the
     *     era, or the total is out of range or does not add up
     */
    public RecordSale {
        items = List.copyOf(items);
        soldAt = Era.require(soldAt, "soldAt").truncatedTo(ChronoUnit.MILLIS);
        number.mustBeNameable();
        InvalidValue.unless(!items.isEmpty() && items.size() <= MAX_ITEMS, "items", "must be 1 to %d lines", MAX_ITEMS);
        mustBeLegible(items);
        InvalidValue.unless(
                total.value() <= MAX_TOTAL_TETRI, "totalTetri", "must lie between 0 and %d", MAX_TOTAL_TETRI);
        Tetri sum = items.stream().map(SaleItem::amount).reduce(Tetri.ZERO, Tetri::plus);
        InvalidValue.unless(
                sum.equals(total), "totalTetri", "must equal the sum of the items' amounts, which is %d", sum.value());
    }

    private static void mustBeLegible(List<SaleItem> items) {
        for (int i = 0; i < items.size(); i++) {
            try {
                items.get(i).mustBeLegible();
            } catch (InvalidValue e) {
                throw e.within("items[%s]".formatted(i));
            }
        }
    }

    public SaleId sale() {
        return SaleId.of(node, number);
    }

    @Override
    public StreamId stream() {
        return sale().stream();
    }

    /** A sale that exists will exist the next time too. */
    @Override
    public boolean worthRetrying() {
        return false;
    }

    /** Found by its number, whatever has changed since. */
    @Override
    public Optional<Landed<SaleReceipt>> before(Repetition<SaleReceipt> again) {
        return RecordedSale.before(again).map(recorded -> recorded.toldAgain(this, again));
    }

    /** The fact that this command asks to be recorded. */
    SaleRecorded fact() {
        return new SaleRecorded(sale(), node, number, terminal, soldAt, items, total, customer.orElse(null), origin);
    }

    @Override
    public boolean isWithin(Grant grant) {
        return grant.reaches(node, terminal);
    }
}
