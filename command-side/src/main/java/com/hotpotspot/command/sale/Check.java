package com.hotpotspot.command.sale;

import static java.util.Objects.requireNonNull;

import com.hotpotspot.events.sale.CheckClaimed;
import com.hotpotspot.events.sale.CheckCodeRefused;
import com.hotpotspot.events.sale.CheckEvent;
import com.hotpotspot.events.sale.CheckExpired;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.CheckLocked;
import com.hotpotspot.events.sale.CheckVoided;
import org.jspecify.annotations.Nullable;

/** The receipt within its sale. What can still be done with it is what its state has methods for. */
sealed interface Check permits OpenCheck, ClosedCheck {

    CheckIssued issued();

    /**
     * A check as it stands after one more event.
     *
     * @param before null before it was issued
     */
    static Check after(@Nullable Check before, CheckEvent event) {
        return switch (event) {
            case CheckIssued issued -> OpenCheck.of(issued);
            case CheckClaimed claim -> new ClosedCheck.Claimed(known(before).issued(), claim);
            case CheckVoided voided -> new ClosedCheck.Voided(known(before).issued());
            case CheckExpired expired -> new ClosedCheck.Expired(known(before).issued());
            case CheckCodeRefused refused -> before instanceof OpenCheck open ? open.after(refused) : known(before);
            case CheckLocked locked -> before instanceof OpenCheck open ? open.after(locked) : known(before);
        };
    }

    private static Check known(@Nullable Check check) {
        return requireNonNull(check, "a check is issued before anything else happens to it");
    }
}
