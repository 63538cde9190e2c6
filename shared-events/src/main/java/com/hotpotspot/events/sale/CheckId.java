package com.hotpotspot.events.sale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;

/** The receipt of one sale; its id follows from the sale's, and {@link SaleId#check()} makes it. */
public record CheckId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CheckId {}

    /**
     * The id that somebody wrote.
     *
     * @throws InvalidValue if it is not the id of a sale, which a check shares
     */
    public static CheckId parse(String text) {
        return SaleId.parse(text).check();
    }

    /** The sale whose buyer's share this check holds. */
    public SaleId sale() {
        return new SaleId(value);
    }

    /** The wallet that holds the buyer's share until the check is claimed: a hash of the sale's identity. */
    public WalletId wallet() {
        return WalletKind.CHECK.walletOf(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
