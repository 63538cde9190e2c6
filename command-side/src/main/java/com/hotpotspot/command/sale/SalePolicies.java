package com.hotpotspot.command.sale;

import com.hotpotspot.command.network.RegisteredNode;
import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.events.sale.SaleOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What must hold for a sale to be recorded, beyond what every sale must look like. */
final class SalePolicies {

    /** How long a till may have been offline. */
    static final Duration OFFLINE_LIMIT = Duration.ofDays(7);

    /** How far a till's clock may run ahead. */
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private SalePolicies() {}

    static Verdict mayBeRecorded(RecordSale sale, RegisteredNode node, Instant now) {
        return node.maySell()
                .and(() -> node.terminalMaySell(sale.terminal()))
                .and(() -> wasNotSoldInTheFuture(sale, now))
                .and(() -> isNotTooOld(sale, now));
    }

    private static Verdict wasNotSoldInTheFuture(RecordSale sale, Instant now) {
        return sale.soldAt().isAfter(now.plus(CLOCK_TOLERANCE))
                ? Verdict.refused(
                        SaleCode.SALE_IN_THE_FUTURE,
                        String.format(
                                Locale.ROOT,
                                "The time of sale lies more than %d minutes ahead.",
                                CLOCK_TOLERANCE.toMinutes()))
                : Verdict.allowed();
    }

    /** Offline tills send what they sold, within limits; history that is imported has none. */
    private static Verdict isNotTooOld(RecordSale sale, Instant now) {
        return sale.origin() == SaleOrigin.TILL && sale.soldAt().isBefore(now.minus(OFFLINE_LIMIT))
                ? Verdict.refused(
                        SaleCode.SALE_TOO_OLD,
                        String.format(
                                Locale.ROOT, "The time of sale lies more than %d days back.", OFFLINE_LIMIT.toDays()))
                : Verdict.allowed();
    }
}
