package com.hotpotspot.command.sale;

import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.CommandOutcome;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.sale.SaleOutcome.Told;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.eventlog.Appended;
import java.time.Clock;
import java.util.Optional;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;

/** Takes sales so that sending one again is always safe, whatever has changed since it was recorded. */
@Component
class SalesDesk {

    private final Commands commands;
    private final RecordedSales recordedSales;
    private final Clock clock;

    SalesDesk(Commands commands, RecordedSales recordedSales, Clock clock) {
        this.commands = commands;
        this.recordedSales = recordedSales;
        this.clock = clock;
    }

    SaleOutcome record(RecordSale sale, Caller caller) {
        try {
            CommandOutcome<SaleReceipt> outcome = commands.send(sale, caller);
            Long position = outcome.appended().map(Appended::last).orElse(null);
            return new SaleOutcome.Accepted(outcome.result(), position);
        } catch (CommandRefused e) {
            // What was recorded while it was allowed stays recorded: a late retry gets its first answer, unless it is
            // by somebody whose sale it cannot be.
            Optional<SaleOutcome> before =
                    e.isFor(GeneralCode.FORBIDDEN) ? Optional.empty() : recordedBefore(sale, caller);
            return before.orElseGet(() -> new SaleOutcome.Refused(e.code(), e.reason()));
        } catch (ConcurrencyException e) {
            return recordedBefore(sale, caller).orElseThrow(() -> e);
        }
    }

    private Optional<SaleOutcome> recordedBefore(RecordSale sale, Caller caller) {
        return recordedSales.find(sale.sale()).map(recorded -> {
            if (recorded.receipt().sale().sameContentAs(sale.fact())) {
                return new SaleOutcome.Replayed(recorded.receipt(), recorded.position(), told(recorded, caller));
            }
            return new SaleOutcome.Refused(
                    SaleCode.SALE_NUMBER_TAKEN,
                    "Sale %s of node %s was recorded before with other content.".formatted(sale.number(), sale.node()));
        });
    }

    /**
     * What a sale holds is in the event stream, so that sending it again proves nothing. Its code is for whoever
     * recorded it, as long as a till may be offline, and as long as there is something to claim.
     */
    private Told told(RecordedSales.RecordedSale recorded, Caller caller) {
        if (recorded.voided()) {
            return Told.AS_VOIDED;
        }
        boolean itsOwn = recorded.recordedBy().filter(caller.account()::equals).isPresent();
        boolean inTime = !clock.instant().isAfter(recorded.recordedAt().plus(SalePolicies.OFFLINE_LIMIT));
        return itsOwn && inTime && recorded.claimable() ? Told.WHOLE : Told.WITHOUT_CODE;
    }
}
