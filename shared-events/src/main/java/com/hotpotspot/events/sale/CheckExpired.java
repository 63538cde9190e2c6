package com.hotpotspot.events.sale;

import com.hotpotspot.events.EventName;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.wallet.WalletId;

/**
 * Nobody claimed the check within its window; what it held goes to the reserve.
 *
 * @param wallet the check's own, which is empty from now on
 */
@EventName("check.expired")
public record CheckExpired(SaleId sale, CheckId check, WalletId wallet, WalletId reserveWallet, Units units)
        implements CheckEvent {}
