package com.hotpotspot.command.sale;

import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.CommandOutcome;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.policy.CommandRefused;
import com.hotpotspot.command.policy.RefusalCode;
import com.hotpotspot.eventlog.Appended;
import java.util.Optional;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;

/** Takes sales so that sending one again is always safe, whatever has changed since it was recorded. */
@Component
class SalesDesk {

    private final Commands commands;
    private final RecordedSales recordedSales;

    SalesDesk(Commands commands, RecordedSales recordedSales) {
        this.commands = commands;
        this.recordedSales = recordedSales;
    }

    SaleOutcome record(RecordSale sale, Caller caller) {
        try {
            CommandOutcome<SaleReceipt> outcome = commands.send(sale, caller);
            Long position = outcome.appended().map(Appended::last).orElse(null);
            return new SaleOutcome.Accepted(outcome.result(), position);
        } catch (CommandRefused e) {
            // What was recorded while it was allowed stays recorded: a late retry gets its first answer.
            return recordedBefore(sale).orElseGet(() -> new SaleOutcome.Refused(e.code(), e.reason()));
        } catch (ConcurrencyException e) {
            return recordedBefore(sale).orElseThrow(() -> e);
        }
    }

    private Optional<SaleOutcome> recordedBefore(RecordSale sale) {
        return recordedSales.find(sale.sale()).map(recorded -> {
            if (recorded.receipt().sale().sameContentAs(sale.fact())) {
                return new SaleOutcome.Replayed(recorded.receipt(), recorded.position());
            }
            return new SaleOutcome.Refused(
                    RefusalCode.SALE_NUMBER_TAKEN,
                    "Sale %s of node %s was recorded before with other content.".formatted(sale.number(), sale.node()));
        });
    }
}
