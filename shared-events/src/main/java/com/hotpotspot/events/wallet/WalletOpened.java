package com.hotpotspot.events.wallet;

import com.hotpotspot.events.EventName;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has a wallet of their own.
 *
 * @param label what an organisation calls it, if it does; a customer's wallet has none
 */
@EventName(value = "wallet.opened", revision = "2")
public record WalletOpened(
        WalletId wallet,
        WalletKind kind,
        HolderId holder,
        @Nullable WalletLabel label) implements WalletEvent {}
