package com.hotpotspot.command.wallet;

import com.hotpotspot.command.dispatch.FactCommand;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletReinstated;

/** Suspend a wallet no longer. Changes nothing if it is not suspended. */
public record ReinstateWallet(WalletId wallet) implements FactCommand<WalletReinstated> {

    @Override
    public StreamId stream() {
        return wallet.stream();
    }
}
