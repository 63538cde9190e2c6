package com.hotpotspot.command.sale;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.RefundNumber;
import com.hotpotspot.events.sale.RefundReason;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleRefunded;

/**
 * Give money back for a sale that can no longer be voided. Repeating it with the same number and content changes
 * nothing.
 *
 * @param amount at least 1 tetri
 */
public record RefundSale(SaleId sale, TerminalId terminal, RefundNumber number, Tetri amount, RefundReason reason)
        implements SaleCommand<SaleRefunded> {

    /** @throws InvalidValue if nothing is given back, or the number has neither a letter nor a digit */
    public RefundSale {
        number.mustBeNameable();
        InvalidValue.unless(amount.value() >= 1, "amountTetri", "must be at least 1");
    }

    /** The fact that this command asks to be recorded. */
    SaleRefunded fact(Units askedBack) {
        return new SaleRefunded(sale, sale.node(), terminal, number, amount, askedBack, reason);
    }
}
