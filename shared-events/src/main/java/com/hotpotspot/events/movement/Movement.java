package com.hotpotspot.events.movement;

import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.wallet.WalletId;
import org.jspecify.annotations.Nullable;

/**
 * Units went out of a wallet, into a wallet, or from one into another. Whoever adds up all movements of the log has all
 * balances, and their sum is what is outstanding.
 *
 * @param from whose they were; null where they did not exist before
 * @param to whose they are now; null where they are no more
 * @param units more than none
 */
public record Movement(@Nullable WalletId from, @Nullable WalletId to, Units units, MovementReason reason) {

    /** @throws IllegalArgumentException if nothing moves, or from nowhere to nowhere */
    public Movement {
        if (units.isZero() || (from == null && to == null)) {
            throw new IllegalArgumentException("a movement of nothing, or of nobody's");
        }
    }
}
