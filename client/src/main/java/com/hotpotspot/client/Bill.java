package com.hotpotspot.client;

import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.sale.CashierId;
import com.hotpotspot.events.sale.FiscalNumber;
import com.hotpotspot.events.sale.Payment;
import com.hotpotspot.events.sale.Tip;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a till may say of a sale besides what was sold. Each may be absent.
 *
 * @param discountTetri taken off the whole; 0 is none
 * @param payments add up to the total, without the tip
 */
public record Bill(
        @Nullable Tetri discountTetri,
        @Nullable List<Payment> payments,
        @Nullable Tip tipTetri,
        @Nullable CashierId cashierId,
        @Nullable FiscalNumber fiscalNumber) {

    /** Nothing besides. */
    public static final Bill PLAIN = new Bill(null, null, null, null, null);

    public Bill {
        discountTetri = Tetri.ZERO.equals(discountTetri) ? null : discountTetri;
        payments = payments == null || payments.isEmpty() ? null : List.copyOf(payments);
    }

    /** What is taken off the whole, which may be nothing. */
    public Tetri discount() {
        return discountTetri == null ? Tetri.ZERO : discountTetri;
    }
}
