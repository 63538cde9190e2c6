package com.hotpotspot.command.sale;

import com.hotpotspot.command.verdict.RefusalCode;
import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.events.sale.CheckClaimed;
import com.hotpotspot.events.sale.CheckExpired;
import com.hotpotspot.events.sale.CheckId;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.CheckLocked;
import com.hotpotspot.events.sale.CheckVoided;
import com.hotpotspot.events.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The receipt within its sale: issued, then claimed, expired or voided. */
final class Check {

    /** So many wrong codes in a row lock a check against codes that are typed. */
    static final int ATTEMPTS = 5;

    /** For how long. */
    static final Duration LOCKOUT = Duration.ofMinutes(30);

    private final CheckIssued issued;
    private int failures;
    private @Nullable Instant lockedUntil;
    private @Nullable CheckClaimed claim;
    private boolean voided;
    private boolean expired;

    Check(CheckIssued issued) {
        this.issued = issued;
    }

    CheckIssued issued() {
        return issued;
    }

    boolean isClaimed() {
        return claim != null;
    }

    /** Whether it still holds units. */
    boolean isOpen() {
        return claim == null && !voided && !expired;
    }

    /** An earlier claim by the same wallet, which is all the same. */
    Optional<CheckClaimed> claimBy(WalletId claimant) {
        return Optional.ofNullable(claim).filter(earlier -> earlier.claimant().equals(claimant));
    }

    /**
     * Anybody can lock a check, for its id is no secret; so a lock keeps out those who type and may guess, nobody else.
     */
    Verdict mayBeClaimed(ClaimProof proof, Instant now) {
        return isUnclaimed()
                .and(this::isNotVoided)
                .and(() -> isInItsClaimWindow(now))
                .and(() -> proof == ClaimProof.SCANNED ? Verdict.allowed() : isNotLocked(now));
    }

    private Verdict isUnclaimed() {
        return claim == null
                ? Verdict.allowed()
                : Verdict.refused(RefusalCode.CHECK_CLAIMED, "Check %s was claimed before.".formatted(id()));
    }

    private Verdict isNotVoided() {
        return voided
                ? Verdict.refused(RefusalCode.CHECK_VOIDED, "The sale of check %s was taken back.".formatted(id()))
                : Verdict.allowed();
    }

    private Verdict isInItsClaimWindow(Instant now) {
        return expired || now.isAfter(issued.claimableUntil())
                ? Verdict.refused(
                        RefusalCode.CHECK_EXPIRED,
                        "Check %s could be claimed until %s.".formatted(id(), issued.claimableUntil()))
                : Verdict.allowed();
    }

    private Verdict isNotLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil)
                ? Verdict.refused(
                        RefusalCode.CHECK_LOCKED,
                        "After %s wrong codes check %s takes no typed code until %s; scan its QR code instead."
                                .formatted(ATTEMPTS, id(), lockedUntil))
                : Verdict.allowed();
    }

    /** How many wrong codes in a row there would be with one more. */
    int failuresWithOneMore() {
        return failures + 1;
    }

    boolean isDueToExpire(Instant now) {
        return isOpen() && now.isAfter(issued.claimableUntil());
    }

    private CheckId id() {
        return issued.check();
    }

    void on(CheckClaimed event) {
        claim = event;
    }

    void codeRefused(int inARow) {
        failures = inARow;
    }

    /** When the lock ends, counting begins anew. */
    void on(CheckLocked event) {
        lockedUntil = event.until();
        failures = 0;
    }

    void on(CheckVoided event) {
        voided = true;
    }

    void on(CheckExpired event) {
        expired = true;
    }
}
