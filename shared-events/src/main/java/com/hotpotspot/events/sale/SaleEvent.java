package com.hotpotspot.events.sale;

import com.hotpotspot.events.Event;

/** What happens to one sale, its tokens and its check, in the sale's own stream. */
public sealed interface SaleEvent extends Event
        permits SaleRecorded, TokensMinted, CheckEvent, SaleVoidApproved, SaleVoided, TokensBurned, SaleRefunded {

    SaleId sale();
}
