package com.hotpotspot.standalone.replay;

import com.hotpotspot.client.Bill;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.sale.CashierId;
import com.hotpotspot.events.sale.FiscalNumber;
import com.hotpotspot.events.sale.MeansOfPayment;
import com.hotpotspot.events.sale.Payment;
import com.hotpotspot.events.sale.Tip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The columns that are about an order as a whole. Any of its lines may fill them, or several alike; empty says nothing.
 */
final class BillColumns {

    private static final String DISCOUNT = "order_discount";
    private static final String TIP = "tip";
    private static final String CASHIER = "cashier_id";
    private static final String FISCAL_NUMBER = "fiscal_number";

    private final Map<String, Object> values = new HashMap<>();

    /** @throws UnusableValueException if a value means nothing, or contradicts an earlier line */
    void read(CsvFile.Row row) {
        keep(DISCOUNT, Price.amount(row, DISCOUNT));
        for (MeansOfPayment means : MeansOfPayment.values()) {
            String column = column(means);
            keep(column, Price.amount(row, column));
        }
        keep(TIP, Price.amount(row, TIP).filter(BillColumns::isSomething).map(Tip::new));
        keep(CASHIER, row.filled(CASHIER).map(CashierId::new));
        keep(FISCAL_NUMBER, row.filled(FISCAL_NUMBER).map(FiscalNumber::new));
    }

    /** For example {@code paid_cash}. */
    private static String column(MeansOfPayment means) {
        return switch (means) {
            case CASH -> "paid_cash";
            case CARD -> "paid_card";
            case VOUCHER -> "paid_voucher";
            case OTHER -> "paid_other";
        };
    }

    private static boolean isSomething(Tetri amount) {
        return amount.value() > 0;
    }

    private void keep(String column, Optional<?> value) {
        value.ifPresent(it -> {
            Object before = values.putIfAbsent(column, it);
            if (before != null && !before.equals(it)) {
                throw new UnusableValueException(
                        "%s is another than on an earlier line of the order".formatted(column));
            }
        });
    }

    Bill bill() {
        List<Payment> payments = new ArrayList<>();
        for (MeansOfPayment means : MeansOfPayment.values()) {
            Tetri amount = value(column(means), Tetri.class);
            if (amount != null && isSomething(amount)) {
                payments.add(new Payment(means, amount));
            }
        }
        return new Bill(
                value(DISCOUNT, Tetri.class),
                payments,
                value(TIP, Tip.class),
                value(CASHIER, CashierId.class),
                value(FISCAL_NUMBER, FiscalNumber.class));
    }

    private <T> @Nullable T value(String column, Class<T> type) {
        return type.cast(values.get(column));
    }
}
