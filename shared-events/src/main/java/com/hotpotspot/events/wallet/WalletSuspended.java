package com.hotpotspot.events.wallet;

import com.hotpotspot.events.EventName;

/** A wallet is suspended until it is reinstated. */
@EventName("wallet.suspended")
public record WalletSuspended(WalletId wallet) implements WalletEvent {}
