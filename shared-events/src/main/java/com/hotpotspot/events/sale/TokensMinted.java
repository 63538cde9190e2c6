package com.hotpotspot.events.sale;

import com.hotpotspot.events.EventName;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.wallet.WalletId;
import java.time.Instant;

/**
 * A sale minted tokens, and this is how they were split. The three shares add up to {@code mintedUnits}, always.
 *
 * @param policyVersion the token policy in force at the time of sale
 * @param buyerWallet the check's wallet, or a verified customer's own
 * @param royaltyWallet the founder's wallet; its share is zero on OWNER nodes
 * @param voidableUntil until when the sale may be voided, counted from the recording
 */
@EventName(value = "tokens.minted", revision = "2")
public record TokensMinted(
        SaleId sale,
        NodeId node,
        int policyVersion,
        Units mintedUnits,
        WalletId ownerWallet,
        Units ownerUnits,
        WalletId buyerWallet,
        Units buyerUnits,
        WalletId royaltyWallet,
        Units royaltyUnits,
        Instant voidableUntil)
        implements SaleEvent {

    /** @throws IllegalArgumentException if the shares do not add up */
    public TokensMinted {
        if (!ownerUnits.plus(buyerUnits).plus(royaltyUnits).equals(mintedUnits)) {
            throw new IllegalArgumentException("the shares of sale %s do not add up to what it minted".formatted(sale));
        }
    }
}
