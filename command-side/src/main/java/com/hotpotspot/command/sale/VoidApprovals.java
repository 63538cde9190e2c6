package com.hotpotspot.command.sale;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.sale.SaleVoidApproved;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Who agreed that a sale is taken back, and until when that is good. */
final class VoidApprovals {

    /** For how long an approval is good. */
    static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final Map<AccountId, SaleVoidApproved> last = new LinkedHashMap<>();

    /** An approval by this account that is still good. */
    Optional<SaleVoidApproved> of(AccountId approver, Instant now) {
        return Optional.ofNullable(last.get(approver)).filter(approval -> isGood(approval, now));
    }

    /** Somebody whose approval is still good and counts. */
    Optional<AccountId> by(Instant now, Predicate<SaleVoidApproved> counts) {
        return last.values().stream()
                .filter(approval -> isGood(approval, now))
                .filter(counts)
                .map(SaleVoidApproved::approvedBy)
                .findFirst();
    }

    /** When it was given. */
    static Instant givenAt(SaleVoidApproved approval) {
        return approval.until().minus(GOOD_FOR);
    }

    private static boolean isGood(SaleVoidApproved approval, Instant now) {
        return !now.isAfter(approval.until());
    }

    void on(SaleVoidApproved event) {
        last.put(event.approvedBy(), event);
    }
}
