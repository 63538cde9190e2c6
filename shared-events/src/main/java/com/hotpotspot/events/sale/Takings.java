package com.hotpotspot.events.sale;

import com.hotpotspot.events.money.Tetri;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the total of a sale divides: by item, by rate of tax, by means of payment. Reckoned, never recorded. */
public final class Takings {

    private Takings() {}

    /**
     * What each item brought in, in their order: its amount less its own discount, less its part of the discount on the
     * whole. Of that discount the first items together bear what is theirs in proportion, floored, so that all of them
     * bear all of it, and what the items brought in adds up to the total.
     */
    public static List<Tetri> byItem(SaleRecorded sale) {
        Tetri discount = sale.discountTetri();
        List<Tetri> takings = new ArrayList<>(sale.items().size());
        if (discount == null) {
            sale.items().forEach(item -> takings.add(item.net()));
            return takings;
        }
        long whole = sale.items().stream().mapToLong(item -> item.net().value()).reduce(0, Math::addExact);
        long soFar = 0;
        long borne = 0;
        for (SaleItem item : sale.items()) {
            long net = item.net().value();
            soFar += net;
            long toBear = part(discount.value(), soFar, whole);
            takings.add(Tetri.of(net - (toBear - borne)));
            borne = toBear;
        }
        return takings;
    }

    /** {@code amount} × {@code share} ÷ {@code whole}, floored, however large they are. */
    private static long part(long amount, long share, long whole) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(share))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }

    /**
     * What the items of each rate brought in, of which {@linkplain VatRate#includedIn the tax} is a part; without those
     * whose rate the till did not name.
     */
    public static SortedMap<VatRate, Tetri> byVatRate(SaleRecorded sale) {
        SortedMap<VatRate, Tetri> rates = new TreeMap<>();
        List<SaleItem> items = sale.items();
        if (items.stream().allMatch(item -> item.vatPerMille() == null)) {
            return rates;
        }
        List<Tetri> takings = byItem(sale);
        for (int i = 0; i < items.size(); i++) {
            VatRate rate = items.get(i).vatPerMille();
            if (rate != null) {
                rates.merge(rate, takings.get(i), Tetri::plus);
            }
        }
        return rates;
    }

    /** The value-added tax in the total, each rate's rounded by itself; empty where no item names a rate. */
    public static Optional<Tetri> vat(SaleRecorded sale) {
        return byVatRate(sale).entrySet().stream()
                .map(rate -> rate.getKey().includedIn(rate.getValue()))
                .reduce(Tetri::plus);
    }

    /** What was taken off in all, from items and from the whole. */
    public static Tetri discounts(SaleRecorded sale) {
        return sale.items().stream().map(SaleItem::discountTetri).reduce(orNone(sale.discountTetri()), Takings::plus);
    }

    /** What was given on top, which is no part of the total. */
    public static Tetri tip(SaleRecorded sale) {
        Tip tip = sale.tipTetri();
        return tip == null ? Tetri.ZERO : tip.amount();
    }

    /** How much of the total was paid with {@code means}. */
    public static Tetri paidWith(MeansOfPayment means, SaleRecorded sale) {
        List<Payment> payments = sale.payments();
        if (payments == null) {
            return means == MeansOfPayment.OTHER ? sale.totalTetri() : Tetri.ZERO;
        }
        return payments.stream()
                .filter(payment -> payment.means() == means)
                .map(Payment::amountTetri)
                .reduce(Tetri.ZERO, Tetri::plus);
    }

    private static Tetri plus(Tetri sum, @Nullable Tetri more) {
        return more == null ? sum : sum.plus(more);
    }

    private static Tetri orNone(@Nullable Tetri amount) {
        return amount == null ? Tetri.ZERO : amount;
    }
}
