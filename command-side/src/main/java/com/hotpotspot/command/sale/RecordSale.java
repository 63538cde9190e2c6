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
import com.hotpotspot.events.sale.CashierId;
import com.hotpotspot.events.sale.CustomerId;
import com.hotpotspot.events.sale.FiscalNumber;
import com.hotpotspot.events.sale.Payment;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.Tip;
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
 * @param discount on the whole, at most what the items come to
 * @param total 0 to {@value #MAX_TOTAL_TETRI} tetri (a meal may be given away), equal to the items' amounts less all
 *     discounts
 * @param payments at most {@value #MAX_PAYMENTS}, which add up to the total, or none where the till does not name them
 */
public record RecordSale(
        NodeId node,
        SaleNumber number,
        TerminalId terminal,
        Instant soldAt,
        List<SaleItem> items,
        Tetri discount,
        Tetri total,
        List<Payment> payments,
        Optional<Tip> tip,
        Optional<CashierId> cashier,
        Optional<CustomerId> customer,
        Optional<FiscalNumber> fiscalNumber,
        SaleOrigin origin)
        implements Command<SaleReceipt> {

    public static final int MAX_ITEMS = 500;
    public static final int MAX_PAYMENTS = 20;
    public static final long MAX_TOTAL_TETRI = SaleRecorded.HIGHEST_TOTAL_TETRI;

    /**
     * @throws InvalidValue if there are too few or too many items or payments, a text is not legible, the time lies
     *     outside of the era, or amounts are out of range or do not add up
     */
    public RecordSale {
        items = List.copyOf(items);
        payments = List.copyOf(payments);
        soldAt = Era.require(soldAt, "soldAt").truncatedTo(ChronoUnit.MILLIS);
        number.mustBeNameable();
        InvalidValue.unless(!items.isEmpty() && items.size() <= MAX_ITEMS, "items", "must be 1 to %d lines", MAX_ITEMS);
        mustBeLegible(items);
        InvalidValue.unless(
                total.value() <= MAX_TOTAL_TETRI, "totalTetri", "must lie between 0 and %d", MAX_TOTAL_TETRI);
        mustAddUp(items, discount, total);
        mustBePaid(payments, total);
    }

    /** The sale of a till that names nothing but what was sold. */
    public RecordSale(
            NodeId node,
            SaleNumber number,
            TerminalId terminal,
            Instant soldAt,
            List<SaleItem> items,
            Tetri total,
            Optional<CustomerId> customer,
            SaleOrigin origin) {
        this(
                node,
                number,
                terminal,
                soldAt,
                items,
                Tetri.ZERO,
                total,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                customer,
                Optional.empty(),
                origin);
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

    private static void mustAddUp(List<SaleItem> items, Tetri discount, Tetri total) {
        long sum = 0;
        for (SaleItem item : items) {
            sum = Math.addExact(sum, item.net().value());
        }
        InvalidValue.unless(
                discount.value() <= sum, "discountTetri", "must be at most what the items come to, which is %d", sum);
        InvalidValue.unless(
                sum - discount.value() == total.value(),
                "totalTetri",
                "must equal the items' amounts less discounts, which is %d",
                sum - discount.value());
    }

    private static void mustBePaid(List<Payment> payments, Tetri total) {
        InvalidValue.unless(payments.size() <= MAX_PAYMENTS, "payments", "must be at most %d parts", MAX_PAYMENTS);
        long paid = 0;
        for (Payment payment : payments) {
            paid = Math.addExact(paid, payment.amountTetri().value());
        }
        InvalidValue.unless(
                payments.isEmpty() || paid == total.value(),
                "payments",
                "must add up to the total, which is %d without a tip, but add up to %d",
                total.value(),
                paid);
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
        return new SaleRecorded(
                sale(),
                node,
                number,
                terminal,
                soldAt,
                items,
                discount,
                total,
                payments,
                tip.orElse(null),
                cashier.orElse(null),
                customer.orElse(null),
                fiscalNumber.orElse(null),
                origin);
    }

    @Override
    public boolean isWithin(Grant grant) {
        return grant.reaches(node, terminal);
    }
}
