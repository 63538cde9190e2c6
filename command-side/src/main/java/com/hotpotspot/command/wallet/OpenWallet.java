package com.hotpotspot.command.wallet;

import com.hotpotspot.access.Grant;
import com.hotpotspot.command.dispatch.FactCommand;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.wallet.HolderId;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.events.wallet.WalletOpened;

/** Give a customer a wallet, the same one however often it is asked for. */
public record OpenWallet(HolderId holder) implements FactCommand<WalletOpened> {

    public WalletId wallet() {
        return walletOf(holder);
    }

    /** A customer's wallet follows from the customer, so that nobody can end up with two. */
    public static WalletId walletOf(HolderId holder) {
        return WalletKind.CUSTOMER.walletOf(holder.value());
    }

    @Override
    public StreamId stream() {
        return wallet().stream();
    }

    @Override
    public boolean isWithin(Grant grant) {
        return grant.reaches(holder);
    }
}
