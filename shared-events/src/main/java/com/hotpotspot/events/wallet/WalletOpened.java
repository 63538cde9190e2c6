package com.hotpotspot.events.wallet;

/** Somebody has a wallet of their own. */
public record WalletOpened(WalletId wallet, WalletKind kind, HolderId holder) implements WalletEvent {}
