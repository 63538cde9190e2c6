package com.hotpotspot.query.wallet;

import com.hotpotspot.query.web.AsOf;
import io.swagger.v3.oas.annotations.media.Schema;

/** One wallet, as of a position of the log. */
public record KnownWallet(
        @Schema(description = "The wallet.") WalletReport wallet,

        @Schema(description = "What all wallets hold together, in units (1 token = 100 units).", example = "103119800")
        long supplyUnits,

        @AsOf long position) {}
