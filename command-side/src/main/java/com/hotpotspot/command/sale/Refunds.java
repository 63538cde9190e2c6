package com.hotpotspot.command.sale;

import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.sale.RefundNumber;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.TokensMinted;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The money that was given back for one sale, by the number of each refund. */
final class Refunds {

    private final Map<RefundNumber, SaleRefunded> byNumber = new HashMap<>();

    Optional<SaleRefunded> numbered(RefundNumber number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    static Verdict mayBeRepeated(RefundSale wanted, SaleRefunded before) {
        return wanted.fact(before.askedBackUnits()).equals(before)
                ? Verdict.allowed()
                : Verdict.refused(
                        SaleCode.REFUND_NUMBER_TAKEN,
                        "Refund %s of sale %s was recorded before with other content."
                                .formatted(before.refund(), before.sale()));
    }

    /** Whether what was not given back yet is enough. */
    Verdict leave(Tetri amount, SaleRecorded sale) {
        long left = left(sale);
        return amount.value() <= left
                ? Verdict.allowed()
                : Verdict.refused(
                        SaleCode.REFUND_TOO_LARGE,
                        String.format(
                                Locale.ROOT, "Of sale %s at most %d tetri can still be refunded.", sale.sale(), left));
    }

    /**
     * The tokens go back with the money, in proportion to all that was refunded and floored, less what was asked back
     * before: so that many small refunds ask back what a large one does, and the last takes the rest.
     */
    Units askedBackWith(Tetri amount, SaleRecorded sale, TokensMinted minted) {
        long total = sale.totalTetri().value();
        long refunded = total - left(sale) + amount.value();
        Units before =
                byNumber.values().stream().map(SaleRefunded::askedBackUnits).reduce(Units.ZERO, Units::plus);
        return minted.mintedUnits().part(refunded, total).minus(before);
    }

    private long left(SaleRecorded sale) {
        long refunded = byNumber.values().stream()
                .mapToLong(refund -> refund.amountTetri().value())
                .sum();
        return sale.totalTetri().value() - refunded;
    }

    void on(SaleRefunded event) {
        byNumber.put(event.refund(), event);
    }
}
