package com.hotpotspot.query.saledesk;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.eventlog.Trail;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.sale.CheckEvent;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.TokensMinted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the log tells of one sale: what happened, in its order, and what comes of that. It is read from the sale's own
 * stream, so that whoever has just done something to the sale sees it.
 */
final class SaleStory {

    /** Codes can be guessed for a year, and each wrong one is an event; nobody reads more than that. */
    private static final int MOST = 5_000;

    private static final int AT_ONCE = 500;

    /** So many events are listed from the beginning, and as many from the end. */
    private static final int LISTED = 50;

    private final List<EventLine> events = new ArrayList<>();
    private final List<TakenBack> takenBack = new ArrayList<>();

    private @Nullable SaleRecorded recorded;
    private @Nullable Instant recordedAt;
    private @Nullable TokensMinted mint;
    private @Nullable HeldCheck check;
    private int leftOut;

    private SaleStory() {}

    /** Empty if the log has no such sale. */
    static Optional<SaleStory> read(EventLog log, SaleId sale) {
        SaleStory story = new SaleStory();
        List<StoredEvent> slice = List.of();
        for (int read = 0; read < MOST && (read == 0 || slice.size() == AT_ONCE); read += AT_ONCE) {
            slice = log.readStream(sale.stream(), read, AT_ONCE);
            slice.forEach(story::take);
        }
        return story.recorded == null ? Optional.empty() : Optional.of(story);
    }

    private void take(StoredEvent stored) {
        Event event = known(stored);
        String account = event == null || event instanceof CheckEvent
                ? null
                : Trail.accountOf(stored).map(AccountId::value).orElse(null);
        list(EventLine.of(stored, account));
        switch (event) {
            case SaleRecorded sale -> {
                recorded = sale;
                recordedAt = stored.recordedAt();
            }
            case TokensMinted minted -> mint = minted;
            case CheckEvent ofCheck -> check = HeldCheck.after(check, ofCheck);
            case SaleVoided voided ->
                takenBack.add(TakenBack.of(
                        voided,
                        stored.recordedAt(),
                        account,
                        mint == null ? 0 : mint.mintedUnits().value()));
            case SaleRefunded refunded -> takenBack.add(TakenBack.of(refunded, stored.recordedAt(), account));
            case null, default -> {}
        }
    }

    /** Null if a newer build wrote it, of whose event nothing is known but its name. */
    private static @Nullable Event known(StoredEvent stored) {
        try {
            return stored.event();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void list(EventLine line) {
        events.add(line);
        if (events.size() > 2 * LISTED) {
            events.remove(LISTED);
            leftOut++;
        }
    }

    /** The first and the last of its events, in their order. */
    List<EventLine> events() {
        return events;
    }

    /** How many there are between those. */
    int leftOut() {
        return leftOut;
    }

    SaleRecorded recorded() {
        return Objects.requireNonNull(recorded);
    }

    Instant recordedAt() {
        return Objects.requireNonNull(recordedAt);
    }

    /** Null if the log does not tell of it. */
    @Nullable
    TokensMinted mint() {
        return mint;
    }

    /** Null if the sale left none. */
    @Nullable
    HeldCheck check() {
        return check;
    }

    /** Voids and refunds, in their order. */
    List<TakenBack> takenBack() {
        return takenBack;
    }
}
