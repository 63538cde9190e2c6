package com.hotpotspot.events.sale;

/** What happens to the check of one sale, in the sale's own stream. */
public sealed interface CheckEvent extends SaleEvent
        permits CheckIssued, CheckVoided, CheckClaimed, CheckCodeRefused, CheckLocked, CheckExpired {

    CheckId check();
}
