package com.hotpotspot.command.receipt;

import com.hotpotspot.events.sale.CheckId;

/** What a genuine QR text says. */
public record ScannedCheck(CheckId check, ClaimCode code) {}
