package com.hotpotspot.command.sale;

import com.hotpotspot.command.account.AccountRegistry;
import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleVoidApproved;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.TokensMinted;
import java.time.Instant;
import java.util.Optional;

/** What must hold for a sale to be taken back as a whole, and from when on money can be refunded instead. */
final class VoidPolicies {

    private VoidPolicies() {}

    /** Within its void window, which a claim of its check ends. */
    static Verdict mayBeVoided(SaleRecorded sale, TokensMinted minted, Optional<Check> check, Instant now) {
        if (check.filter(ClosedCheck.Claimed.class::isInstance).isPresent()) {
            return Verdict.refused(CheckCode.CHECK_CLAIMED, "The check of sale %s was claimed.".formatted(sale.sale()));
        }
        Instant until = minted.voidableUntil();
        return now.isAfter(until)
                ? Verdict.refused(
                        SaleCode.VOID_WINDOW_OVER,
                        "Sale %s could be voided until %s; money can still be refunded.".formatted(sale.sale(), until))
                : Verdict.allowed();
    }

    static Verdict canNoLongerBeVoided(SaleRecorded sale, TokensMinted minted, Verdict mayBeVoided) {
        return mayBeVoided instanceof Verdict.Allowed
                ? Verdict.refused(
                        SaleCode.VOID_WINDOW_OPEN,
                        "Sale %s can be voided until %s; refunds begin after that."
                                .formatted(sale.sale(), minted.voidableUntil()))
                : Verdict.allowed();
    }

    static Verdict isApproved(SaleRecorded sale, boolean takesApproval, Optional<AccountId> approver) {
        return !takesApproval || approver.isPresent()
                ? Verdict.allowed()
                : Verdict.refused(
                        SaleCode.VOID_NEEDS_APPROVAL,
                        "A void of sale %s takes the approval of somebody else, given within the last %s minutes."
                                .formatted(sale.sale(), VoidApprovals.GOOD_FOR.toMinutes()));
    }

    /**
     * Whoever approves is not whoever asks, nor somebody who may have acted there since, and still looks after the
     * node. A till is not a person: whoever looks after its node has set it up, and others sell with it.
     */
    static boolean counts(SaleVoidApproved approval, VoidSale command, AccountRegistry accounts, Instant now) {
        AccountId approver = approval.approvedBy();
        AccountId asker = command.askedBy();
        boolean somebodyElse = asker.terminal().isPresent()
                ? !approver.equals(asker)
                : accounts.areStrangers(approver, asker, VoidApprovals.givenAt(approval));
        return somebodyElse
                && accounts.identify(approver, now)
                        .flatMap(who -> who.actingIn(ApproveVoid.ROLES))
                        .filter(grant -> grant.reaches(command.sale().node()))
                        .isPresent();
    }

    /** Whoever asks again with another reason would take the first answer for agreement. */
    static Verdict mayBeRepeated(VoidSale wanted, SaleVoided before) {
        return wanted.reason() == before.reason()
                ? Verdict.allowed()
                : Verdict.refused(
                        SaleCode.SALE_VOIDED,
                        "Sale %s was voided before, with the reason %s.".formatted(before.sale(), before.reason()));
    }
}
