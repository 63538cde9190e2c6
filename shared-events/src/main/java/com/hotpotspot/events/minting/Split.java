package com.hotpotspot.events.minting;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.money.Units;

/** How a mint is divided, in percent; the three add up to 100. */
public record Split(int ownerPercent, int buyerPercent, int royaltyPercent) {

    private static final int WHOLE = 100;

    /** @throws InvalidValue if a percent is negative or they do not add up to 100 */
    public Split {
        InvalidValue.unless(
                ownerPercent >= 0 && buyerPercent >= 0 && royaltyPercent >= 0, "split", "has a negative share");
        InvalidValue.unless(
                (long) ownerPercent + buyerPercent + royaltyPercent == WHOLE, "split", "must add up to 100 percent");
    }

    /** Owner and royalty are floored and the buyer gets the remainder, so that the shares add up to what was minted. */
    public Shares of(Units minted) {
        Units owner = minted.percent(ownerPercent);
        Units royalty = minted.percent(royaltyPercent);
        return new Shares(owner, minted.minus(owner).minus(royalty), royalty);
    }
}
