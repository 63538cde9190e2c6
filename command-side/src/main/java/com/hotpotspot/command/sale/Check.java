package com.hotpotspot.command.sale;

import com.hotpotspot.events.sale.CheckClaimed;
import com.hotpotspot.events.sale.CheckCodeRefused;
import com.hotpotspot.events.sale.CheckEvent;
import com.hotpotspot.events.sale.CheckExpired;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.CheckLocked;
import com.hotpotspot.events.sale.CheckVoided;

/** The receipt within its sale. What can still be done with it is what its state has methods for. */
sealed interface Check permits OpenCheck, ClosedCheck {

    CheckIssued issued();

    static Check of(CheckIssued issued) {
        return OpenCheck.of(issued);
    }

    /** The check as it stands after one more event. */
    default Check after(CheckEvent event) {
        return switch (event) {
            case CheckIssued issued -> of(issued);
            case CheckClaimed claim -> new ClosedCheck.Claimed(issued(), claim);
            case CheckVoided voided -> new ClosedCheck.Voided(issued());
            case CheckExpired expired -> new ClosedCheck.Expired(issued());
            case CheckCodeRefused refused -> this instanceof OpenCheck open ? open.after(refused) : this;
            case CheckLocked locked -> this instanceof OpenCheck open ? open.after(locked) : this;
        };
    }
}
