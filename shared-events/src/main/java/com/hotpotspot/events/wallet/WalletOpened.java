package com.hotpotspot.events.wallet;

import com.hotpotspot.events.sale.CustomerId;

/**
 * Somebody has a wallet of their own.
 *
 * @param owner an opaque id that says nothing about who that is
 */
public record WalletOpened(WalletId wallet, WalletKind kind, CustomerId owner) implements WalletEvent {}
