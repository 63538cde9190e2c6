package com.hotpotspot.events.minting;

import com.hotpotspot.events.money.Units;

/** What of a mint goes to the node's owner, to the buyer and, as a royalty, to the founder. */
public record Shares(Units owner, Units buyer, Units royalty) {

    public Units total() {
        return owner.plus(buyer).plus(royalty);
    }
}
