package com.hotpotspot.events.sale;

import com.hotpotspot.events.EventName;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.wallet.WalletId;

/** What a sale minted is no more: every wallet loses exactly what it got. */
@EventName("tokens.burned")
public record TokensBurned(
        SaleId sale,
        NodeId node,
        Units burnedUnits,
        WalletId ownerWallet,
        Units ownerUnits,
        WalletId buyerWallet,
        Units buyerUnits,
        WalletId royaltyWallet,
        Units royaltyUnits)
        implements SaleEvent {

    /** @throws IllegalArgumentException if the shares do not add up */
    public TokensBurned {
        if (!ownerUnits.plus(buyerUnits).plus(royaltyUnits).equals(burnedUnits)) {
            throw new IllegalArgumentException("the shares of sale %s do not add up to what is burned".formatted(sale));
        }
    }

    /** Takes back all of a mint. */
    public static TokensBurned all(TokensMinted minted) {
        return new TokensBurned(
                minted.sale(),
                minted.node(),
                minted.mintedUnits(),
                minted.ownerWallet(),
                minted.ownerUnits(),
                minted.buyerWallet(),
                minted.buyerUnits(),
                minted.royaltyWallet(),
                minted.royaltyUnits());
    }
}
