package com.hotpotspot.events.wallet;

import com.hotpotspot.events.EventName;

/** Somebody has a wallet of their own. */
@EventName("wallet.opened")
public record WalletOpened(WalletId wallet, WalletKind kind, HolderId holder) implements WalletEvent {}
