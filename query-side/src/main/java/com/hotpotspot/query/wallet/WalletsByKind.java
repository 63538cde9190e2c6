package com.hotpotspot.query.wallet;

import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.query.web.AsOf;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The network's wallets by their kinds, as of a position of the log. */
public record WalletsByKind(
        @Schema(description = "Every kind of wallet, also those of which there is none.")
        List<Total> kinds,

        @Schema(description = "How many wallets there are of all kinds.", example = "5412")
        long wallets,

        @Schema(
                description =
                        "What all wallets hold, which is all that is outstanding, in units (1 token = 100 units).",
                example = "103119800")
        long supplyUnits,

        @AsOf long position) {

    /** One kind of wallet. */
    public record Total(
            @Schema(
                    description =
                            "MASTER for the founder's, FRANCHISE for those of other owners of nodes, CUSTOMER, CHECK"
                                    + " for those of receipts, CHARITY, or RESERVE for what nobody claimed.",
                    example = "CUSTOMER")
            WalletKind kind,

            @Schema(
                    description = "How many there are; one that is empty, such as of a check that was claimed, stays.",
                    example = "312")
            long wallets,

            @Schema(description = "What they hold together, in units (1 token = 100 units).", example = "15288")
            long units) {}

    static WalletsByKind of(List<Total> kinds, long position) {
        return new WalletsByKind(
                kinds,
                kinds.stream().mapToLong(Total::wallets).reduce(0, Math::addExact),
                kinds.stream().mapToLong(Total::units).reduce(0, Math::addExact),
                position);
    }
}
