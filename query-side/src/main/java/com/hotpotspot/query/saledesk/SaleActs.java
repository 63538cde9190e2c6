package com.hotpotspot.query.saledesk;

import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.RefundReason;
import com.hotpotspot.events.sale.VoidReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What somebody who looks after a node can do about one of its sales. The command side decides; this only spares them a
 * form that it would refuse. Public methods are for templates.
 *
 * @param voidable whether it can be taken back as a whole, or else a part of its money be given back
 * @param leftTetri what was not given back yet
 * @param refundNumber the next one that is free
 * @param terminals the node's tills, for one of which it is done
 */
record SaleActs(boolean voidable, long leftTetri, String refundNumber, List<TerminalId> terminals) {

    private static final String NUMBERED = "PAGE-";

    /** Empty if all was taken back. */
    static Optional<SaleActs> on(SaleView sale, List<TerminalId> terminals, Instant now) {
        boolean voidable = isInItsVoidWindow(sale, now);
        long left = Math.subtractExact(sale.sale().totalTetri().value(), sale.refundedTetri());
        return sale.state() == Standing.VOIDED || (!voidable && left <= 0)
                ? Optional.empty()
                : Optional.of(new SaleActs(voidable, left, nextNumber(sale.takenBack()), terminals));
    }

    /** A claim of the check ends it. */
    static boolean isInItsVoidWindow(SaleView sale, Instant now) {
        return sale.state() != Standing.VOIDED
                && sale.mint() != null
                && !now.isAfter(sale.mint().voidableUntil())
                && (sale.check() == null || sale.check().state() != HeldCheck.State.CLAIMED);
    }

    /** The same until one is recorded, so that two people who give back the same at once do it once. */
    private static String nextNumber(List<TakenBack> takenBack) {
        Set<String> taken = takenBack.stream()
                .flatMap(each -> Optional.ofNullable(each.number()).stream())
                .collect(Collectors.toSet());
        return IntStream.rangeClosed(1, taken.size() + 1)
                .mapToObj(number -> NUMBERED + number)
                .filter(number -> !taken.contains(number))
                .findFirst()
                .orElseThrow();
    }

    /** As a form suggests it. */
    public String leftInLari() {
        return BigDecimal.valueOf(leftTetri, 2).toPlainString();
    }

    public List<String> voidReasons() {
        return Arrays.stream(VoidReason.values()).map(Enum::name).toList();
    }

    public List<String> refundReasons() {
        return Arrays.stream(RefundReason.values()).map(Enum::name).toList();
    }
}
