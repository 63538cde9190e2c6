package com.hotpotspot.command.sale;

import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.events.sale.CheckClaimed;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.wallet.WalletId;
import java.time.Instant;

/** A check that holds nothing any more, and the reason why it cannot be claimed. */
sealed interface ClosedCheck extends Check {

    Verdict.Refused refusal();

    record Claimed(CheckIssued issued, CheckClaimed claim) implements ClosedCheck {

        /** Claiming again into the same wallet is all the same. */
        boolean isBy(WalletId claimant) {
            return claim.claimant().equals(claimant);
        }

        @Override
        public Verdict.Refused refusal() {
            return Verdict.refused(CheckCode.CHECK_CLAIMED, "Check %s was claimed before.".formatted(issued.check()));
        }
    }

    record Voided(CheckIssued issued) implements ClosedCheck {

        @Override
        public Verdict.Refused refusal() {
            return Verdict.refused(
                    CheckCode.CHECK_VOIDED, "The sale of check %s was taken back.".formatted(issued.check()));
        }
    }

    record Expired(CheckIssued issued) implements ClosedCheck {

        @Override
        public Verdict.Refused refusal() {
            return outOfItsWindow(issued);
        }
    }

    /** The same whether its expiry was recorded already or is still to come. */
    static Verdict.Refused outOfItsWindow(CheckIssued issued) {
        Instant until = issued.claimableUntil();
        return Verdict.refused(
                CheckCode.CHECK_EXPIRED, "Check %s could be claimed until %s.".formatted(issued.check(), until));
    }
}
