package com.hotpotspot.events.sale;

import com.hotpotspot.events.EventName;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.wallet.WalletId;
import java.time.Instant;

/**
 * The buyer holds a receipt with which the buyer's share can be claimed.
 *
 * @param wallet holds the units until then
 * @param claimableUntil the end of the claim window, counted from the recording
 */
@EventName("check.issued")
public record CheckIssued(SaleId sale, CheckId check, WalletId wallet, Units units, Instant claimableUntil)
        implements CheckEvent {}
