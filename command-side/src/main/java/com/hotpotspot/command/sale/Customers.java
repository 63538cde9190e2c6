package com.hotpotspot.command.sale;

import com.hotpotspot.events.sale.CustomerId;
import com.hotpotspot.events.wallet.WalletId;
import java.util.Optional;

/** What a sale asks about a buyer who was named. */
@FunctionalInterface
interface Customers {

    /** The wallet of a customer who is known and verified; such a buyer is credited directly. */
    Optional<WalletId> verifiedWalletOf(CustomerId customer);
}
