package com.hotpotspot.command.sale;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.command.wallet.WalletRegistry;
import com.hotpotspot.events.sale.CheckClaimed;
import com.hotpotspot.events.sale.CheckCodeRefused;
import com.hotpotspot.events.sale.CheckExpired;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.CheckLocked;
import com.hotpotspot.events.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A check that still holds its units.
 *
 * @param failures wrong codes in a row; when a lock ends, counting begins anew
 * @param lockedUntil until when it takes no typed code; null if it never was locked
 */
record OpenCheck(CheckIssued issued, int failures, @Nullable Instant lockedUntil) implements Check {

    /** So many wrong codes in a row lock a check against codes that are typed. */
    static final int ATTEMPTS = 5;

    /** For how long. */
    static final Duration LOCKOUT = Duration.ofMinutes(30);

    static OpenCheck of(CheckIssued issued) {
        return new OpenCheck(issued, 0, null);
    }

    ClaimOutcome claim(ClaimCheck command, WalletRegistry wallets, Instant now) {
        isInItsClaimWindow(now)
                .and(() -> takesCodes(command.proof(), now))
                .and(() -> wallets.mayClaim(command.claimant()))
                .orElseRefuse();
        return command.isProven() ? moveTo(command.claimant()) : refuseCode(now);
    }

    private ClaimOutcome moveTo(WalletId claimant) {
        CheckClaimed claim = new CheckClaimed(issued.sale(), issued.check(), issued.wallet(), claimant, issued.units());
        apply(claim);
        return new ClaimOutcome.Claimed(claim);
    }

    private ClaimOutcome refuseCode(Instant now) {
        int inARow = failures + 1;
        apply(new CheckCodeRefused(issued.sale(), issued.check(), inARow));
        if (inARow < ATTEMPTS) {
            return new ClaimOutcome.WrongCode(ATTEMPTS - inARow);
        }
        Instant until = now.plus(LOCKOUT);
        apply(new CheckLocked(issued.sale(), issued.check(), until));
        return new ClaimOutcome.Locked(until);
    }

    /** Sends to the reserve what it holds, if its time is over; answers whether it was. */
    boolean expire(Instant now) {
        boolean over = isOver(now);
        if (over) {
            apply(new CheckExpired(issued.sale(), issued.check(), issued.wallet(), WalletId.RESERVE, issued.units()));
        }
        return over;
    }

    private boolean isOver(Instant now) {
        return now.isAfter(issued.claimableUntil());
    }

    private Verdict isInItsClaimWindow(Instant now) {
        return isOver(now) ? ClosedCheck.outOfItsWindow(issued) : Verdict.allowed();
    }

    /**
     * Anybody can lock a check, for its id is no secret; so a lock keeps out those who type and may guess, nobody else.
     */
    private Verdict takesCodes(ClaimProof proof, Instant now) {
        return proof != ClaimProof.SCANNED && lockedUntil != null && now.isBefore(lockedUntil)
                ? Verdict.refused(
                        CheckCode.CHECK_LOCKED,
                        "After %s wrong codes check %s takes no typed code until %s; scan its QR code instead."
                                .formatted(ATTEMPTS, issued.check(), lockedUntil))
                : Verdict.allowed();
    }

    OpenCheck after(CheckCodeRefused event) {
        return new OpenCheck(issued, event.failures(), lockedUntil);
    }

    OpenCheck after(CheckLocked event) {
        return new OpenCheck(issued, 0, event.until());
    }
}
