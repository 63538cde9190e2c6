package com.hotpotspot.events.sale;

import com.hotpotspot.events.EventName;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.wallet.WalletId;

/**
 * The buyer's share moved, all of it, to the wallet of whoever knew the code. Happens at most once, and ends the void
 * window.
 *
 * @param wallet the check's own, which is empty from now on
 */
@EventName("check.claimed")
public record CheckClaimed(SaleId sale, CheckId check, WalletId wallet, WalletId claimant, Units units)
        implements CheckEvent {}
