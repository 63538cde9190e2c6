package com.hotpotspot.command.sale;

import com.hotpotspot.access.Grant;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.command.dispatch.Command;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.SaleEvent;
import com.hotpotspot.events.sale.SaleId;

/** What a till asks of a sale that was recorded before; its handler answers the fact, be it new or not. */
interface SaleCommand<E extends SaleEvent> extends Command<E> {

    SaleId sale();

    TerminalId terminal();

    @Override
    default StreamId stream() {
        return sale().stream();
    }

    @Override
    default CommandRefused unknown() {
        return saleUnknown(sale());
    }

    /** What to say of a sale that was never recorded. */
    static CommandRefused saleUnknown(SaleId sale) {
        return new CommandRefused(UnknownCode.SALE_UNKNOWN, "Sale %s is unknown.".formatted(sale));
    }

    @Override
    default boolean isWithin(Grant grant) {
        return grant.reaches(sale().node(), terminal());
    }
}
