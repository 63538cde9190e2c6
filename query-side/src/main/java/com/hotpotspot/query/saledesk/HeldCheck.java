package com.hotpotspot.query.saledesk;

import com.hotpotspot.events.sale.CheckClaimed;
import com.hotpotspot.events.sale.CheckCodeRefused;
import com.hotpotspot.events.sale.CheckEvent;
import com.hotpotspot.events.sale.CheckExpired;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.CheckLocked;
import com.hotpotspot.events.sale.CheckVoided;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the check of a sale stands. Public methods are for templates.
 *
 * @param state as of the last event
 * @param units what it held when it was issued
 * @param claimableUntil the last instant at which it can be claimed
 * @param lockedUntil until when it takes no typed code; null if it never was locked
 */
record HeldCheck(
        State state,
        long units,
        Instant claimableUntil,
        @Nullable Instant lockedUntil) {

    enum State {
        ISSUED,
        LOCKED,
        CLAIMED,
        EXPIRED,
        VOIDED
    }

    /**
     * As it stands after one more event.
     *
     * @param before null before it was issued
     */
    static @Nullable HeldCheck after(@Nullable HeldCheck before, CheckEvent event) {
        return switch (event) {
            case CheckIssued issued ->
                new HeldCheck(State.ISSUED, issued.units().value(), issued.claimableUntil(), null);
            case CheckLocked locked -> before == null ? null : before.lockedUntil(locked.until());
            case CheckClaimed claimed -> in(State.CLAIMED, before);
            case CheckExpired expired -> in(State.EXPIRED, before);
            case CheckVoided voided -> in(State.VOIDED, before);
            case CheckCodeRefused refused -> before;
        };
    }

    private static @Nullable HeldCheck in(State state, @Nullable HeldCheck before) {
        return before == null ? null : new HeldCheck(state, before.units, before.claimableUntil, before.lockedUntil);
    }

    private HeldCheck lockedUntil(Instant until) {
        return new HeldCheck(state, units, claimableUntil, until);
    }

    /** The same at a moment: a lock is over by itself. */
    HeldCheck at(Instant now) {
        boolean locked = state == State.ISSUED && lockedUntil != null && now.isBefore(lockedUntil);
        return locked ? new HeldCheck(State.LOCKED, units, claimableUntil, lockedUntil) : this;
    }

    /** Whether its units can still be had with it. */
    public boolean isOpen() {
        return state == State.ISSUED || state == State.LOCKED;
    }
}
