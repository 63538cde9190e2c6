package com.hotpotspot.command.wallet;

import com.hotpotspot.command.dispatch.FactCommand;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletSuspended;

/**
 * Suspend a wallet until it is reinstated: it receives, and nothing may leave it. Changes nothing if it is suspended.
 */
public record SuspendWallet(WalletId wallet) implements FactCommand<WalletSuspended> {

    @Override
    public StreamId stream() {
        return wallet.stream();
    }
}
