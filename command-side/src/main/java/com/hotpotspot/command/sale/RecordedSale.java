package com.hotpotspot.command.sale;

import com.hotpotspot.command.dispatch.Landed;
import com.hotpotspot.command.dispatch.Repetition;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.eventlog.Trail;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.sale.CheckEvent;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.SaleEvent;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.TokensMinted;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sale as it was recorded, and what became of it since.
 *
 * @param position of the last event of its recording; null if the log does not tell
 * @param recordedBy the account that sent it
 * @param voided whether it was taken back since
 * @param claimable whether its check still holds units
 */
record RecordedSale(
        SaleRecorded sale,
        TokensMinted minted,
        Optional<CheckIssued> check,
        @Nullable Long position,
        Optional<AccountId> recordedBy,
        Instant recordedAt,
        boolean voided,
        boolean claimable) {

    /** The sale of a number, for whoever sends one of that number again; empty if there is none. */
    static Optional<RecordedSale> before(Repetition<SaleReceipt> again) {
        Story story = new Story();
        again.events().forEach(story::goesOnWith);
        return story.told();
    }

    /**
     * The first answer again, as far as it may still be told.
     *
     * @throws CommandRefused if the number was that of another sale
     */
    Landed<SaleReceipt> toldAgain(RecordSale wanted, Repetition<SaleReceipt> again) {
        if (!sale.sameContentAs(wanted.fact())) {
            throw new CommandRefused(
                    SaleCode.SALE_NUMBER_TAKEN,
                    "Sale %s of node %s was recorded before with other content."
                            .formatted(wanted.number(), wanted.node()));
        }
        Told told = toldTo(again.caller().account(), again.at());
        return new Landed<>(new SaleReceipt(sale, minted, check, told), position, true);
    }

    /**
     * What a sale holds is in the event stream, so that sending it again proves nothing. Its code is for whoever
     * recorded it, as long as a till may be offline, and as long as there is something to claim.
     */
    private Told toldTo(AccountId caller, Instant now) {
        if (voided) {
            return Told.AS_VOIDED;
        }
        boolean itsOwn = recordedBy.filter(caller::equals).isPresent();
        boolean inTime = !now.isAfter(recordedAt.plus(SalePolicies.OFFLINE_LIMIT));
        return itsOwn && inTime && claimable ? Told.WHOLE : Told.WITHOUT_CODE;
    }

    /** A sale's stream, event by event. */
    private static final class Story {

        private @Nullable SaleRecorded recorded;
        private @Nullable TokensMinted minted;
        private @Nullable Check check;
        private @Nullable Long position;
        private Optional<AccountId> recordedBy = Optional.empty();
        private Instant recordedAt = Instant.MIN;
        private boolean voided;

        void goesOnWith(StoredEvent stored) {
            switch ((SaleEvent) stored.event()) {
                case SaleRecorded event -> {
                    recorded = event;
                    recordedBy = Trail.accountOf(stored);
                    recordedAt = stored.recordedAt();
                    recordedAt(stored);
                }
                case TokensMinted event -> {
                    minted = event;
                    recordedAt(stored);
                }
                case CheckEvent event -> {
                    check = Check.after(check, event);
                    if (event instanceof CheckIssued) {
                        recordedAt(stored);
                    }
                }
                case SaleVoided event -> voided = true;
                default -> {}
            }
        }

        private void recordedAt(StoredEvent stored) {
            position = stored.place();
        }

        Optional<RecordedSale> told() {
            if (recorded == null || minted == null) {
                return Optional.empty();
            }
            return Optional.of(new RecordedSale(
                    recorded,
                    minted,
                    Optional.ofNullable(check).map(Check::issued),
                    position,
                    recordedBy,
                    recordedAt,
                    voided,
                    check instanceof OpenCheck));
        }
    }
}
