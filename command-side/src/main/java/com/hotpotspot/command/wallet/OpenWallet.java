package com.hotpotspot.command.wallet;

import com.hotpotspot.access.Grant;
import com.hotpotspot.command.dispatch.FactCommand;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.wallet.HolderId;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.events.wallet.WalletLabel;
import com.hotpotspot.events.wallet.WalletOpened;
import java.util.Optional;

/** Give a customer or a charity a wallet, the same one however often it is asked for. */
public record OpenWallet(HolderId holder, WalletKind kind, Optional<WalletLabel> label)
        implements FactCommand<WalletOpened> {

    /** @throws InvalidValue if such wallets are not opened, or a person's is to have a label, which might name them */
    public OpenWallet {
        InvalidValue.unless(
                kind == WalletKind.CUSTOMER || kind == WalletKind.CHARITY,
                "kind",
                "must be CUSTOMER or CHARITY, since wallets of other kinds come by themselves");
        InvalidValue.unless(
                kind != WalletKind.CUSTOMER || label.isEmpty(), "label", "is for wallets of organisations only");
    }

    /** Of a customer. */
    public OpenWallet(HolderId holder) {
        this(holder, WalletKind.CUSTOMER, Optional.empty());
    }

    public WalletId wallet() {
        return kind.walletOf(holder.value());
    }

    /** A customer's wallet follows from the customer, so that nobody can end up with two. */
    public static WalletId walletOf(HolderId holder) {
        return WalletKind.CUSTOMER.walletOf(holder.value());
    }

    @Override
    public StreamId stream() {
        return wallet().stream();
    }

    /** Customers open their own; organisations come through the network's owner. */
    @Override
    public boolean isWithin(Grant grant) {
        return kind == WalletKind.CUSTOMER ? grant.reaches(holder) : grant.isUnbounded();
    }
}
