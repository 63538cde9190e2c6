package com.hotpotspot.events.wallet;

import com.hotpotspot.events.EventName;

/** A wallet that was suspended no longer is. */
@EventName("wallet.reinstated")
public record WalletReinstated(WalletId wallet) implements WalletEvent {}
