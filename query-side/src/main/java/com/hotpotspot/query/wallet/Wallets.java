package com.hotpotspot.query.wallet;

import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.query.web.AsOf;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the wallets, by id, as of a position of the log. */
public record Wallets(
        @Schema(description = "The wallets, by id, without those of checks.")
        List<WalletReport> wallets,

        @Schema(
                description = "What to name in `after` to get the next ones; null after the last.",
                example = "cus-2fd4e1c67a2d28fced849ee1bb76e7391b93eb12")
        @Nullable
        WalletId next,

        @AsOf long position) {

    public Wallets {
        wallets = List.copyOf(wallets);
    }

    /** @param limit how many were asked for: fewer are the last */
    static Wallets of(List<WalletReport> wallets, int limit, long position) {
        return new Wallets(
                wallets, wallets.size() < limit ? null : wallets.getLast().walletId(), position);
    }
}
