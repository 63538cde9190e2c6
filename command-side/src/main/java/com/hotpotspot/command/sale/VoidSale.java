package com.hotpotspot.command.sale;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.VoidReason;

/**
 * Take a sale back as a whole, tokens included. Repeating it for the same reason changes nothing.
 *
 * @param askedBy the account that wants it
 */
public record VoidSale(SaleId sale, TerminalId terminal, VoidReason reason, AccountId askedBy)
        implements SaleCommand<SaleVoided> {}
