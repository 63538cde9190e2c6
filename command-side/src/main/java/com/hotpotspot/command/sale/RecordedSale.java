package com.hotpotspot.command.sale;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.eventlog.Trail;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.sale.CheckClaimed;
import com.hotpotspot.events.sale.CheckExpired;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.SaleEvent;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.TokensMinted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up what was answered when a sale was recorded, and what became of it since. */
@Component
class RecordedSales {

    private static final int PAGE = 500;

    private final EventLog log;

    RecordedSales(EventLog log) {
        this.log = log;
    }

    Optional<RecordedSale> find(SaleId sale) {
        Story story = new Story();
        List<StoredEvent> page;
        long next = 0;
        do {
            page = log.readStream(sale.stream(), next, PAGE);
            page.forEach(story::goesOnWith);
            next += page.size();
        } while (page.size() == PAGE);
        return story.told();
    }

    /**
     * A sale as it was recorded.
     *
     * @param position of the last event of its recording; null if the log does not tell
     * @param recordedBy the account that sent it
     * @param voided whether it was taken back since
     * @param claimable whether its check still holds units
     */
    record RecordedSale(
            SaleReceipt receipt,
            @Nullable Long position,
            Optional<AccountId> recordedBy,
            Instant recordedAt,
            boolean voided,
            boolean claimable) {}

    /** A sale's stream, event by event. */
    private static final class Story {

        private @Nullable SaleRecorded recorded;
        private @Nullable TokensMinted minted;
        private @Nullable CheckIssued issued;
        private long position = StoredEvent.UNPLACED;
        private Optional<AccountId> recordedBy = Optional.empty();
        private Instant recordedAt = Instant.MIN;
        private boolean voided;
        private boolean checkEmptied;

        void goesOnWith(StoredEvent stored) {
            switch ((SaleEvent) stored.event()) {
                case SaleRecorded event -> {
                    recorded = event;
                    recordedBy = Trail.accountOf(stored);
                    recordedAt = stored.recordedAt();
                    position = stored.position();
                }
                case TokensMinted event -> {
                    minted = event;
                    position = stored.position();
                }
                case CheckIssued event -> {
                    issued = event;
                    position = stored.position();
                }
                case SaleVoided event -> voided = true;
                case CheckClaimed event -> checkEmptied = true;
                case CheckExpired event -> checkEmptied = true;
                default -> {}
            }
        }

        Optional<RecordedSale> told() {
            if (recorded == null || minted == null) {
                return Optional.empty();
            }
            return Optional.of(new RecordedSale(
                    new SaleReceipt(recorded, minted, Optional.ofNullable(issued)),
                    position == StoredEvent.UNPLACED ? null : position,
                    recordedBy,
                    recordedAt,
                    voided,
                    issued != null && !voided && !checkEmptied));
        }
    }
}
