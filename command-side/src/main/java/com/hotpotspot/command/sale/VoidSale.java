package com.hotpotspot.command.sale;

import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.VoidReason;

/** Take a sale back as a whole, tokens included. Repeating it changes nothing. */
public record VoidSale(SaleId sale, TerminalId terminal, VoidReason reason) implements SaleCommand<SaleVoided> {}
