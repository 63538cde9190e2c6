package com.hotpotspot.command.sale;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.TokensMinted;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up what was answered when a sale was recorded. */
@Component
class RecordedSales {

    /** How many events a recording can consist of. */
    private static final int RECORDING = 3;

    private final EventLog log;

    RecordedSales(EventLog log) {
        this.log = log;
    }

    Optional<RecordedSale> find(SaleId sale) {
        SaleRecorded recorded = null;
        TokensMinted minted = null;
        CheckIssued issued = null;
        long position = StoredEvent.UNPLACED;
        List<StoredEvent> recording = log.readStream(sale.stream(), 0, RECORDING);
        for (StoredEvent stored : recording) {
            Event event = stored.event();
            switch (event) {
                case SaleRecorded found -> recorded = found;
                case TokensMinted found -> minted = found;
                case CheckIssued found -> issued = found;
                default -> {
                    continue;
                }
            }
            position = stored.position();
        }
        if (recorded == null || minted == null) {
            return Optional.empty();
        }
        SaleReceipt receipt = new SaleReceipt(recorded, minted, Optional.ofNullable(issued));
        return Optional.of(new RecordedSale(receipt, position == StoredEvent.UNPLACED ? null : position));
    }

    /**
     * A sale as it was recorded.
     *
     * @param position of the last event of its recording; null if the log does not tell
     */
    record RecordedSale(SaleReceipt receipt, @Nullable Long position) {}
}
