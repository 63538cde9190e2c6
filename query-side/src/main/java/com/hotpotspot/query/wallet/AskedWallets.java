package com.hotpotspot.query.wallet;

import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.query.web.InParts;
import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.web.Problem;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which wallets somebody asks for.
 *
 * @param kind null for all kinds
 * @param after the id that they come after; empty for the first
 */
record AskedWallets(@Nullable WalletKind kind, String after) {

    /** Those of checks are only counted: there is one for every sale. */
    static final List<WalletKind> KINDS = Arrays.stream(WalletKind.values())
            .filter(kind -> kind != WalletKind.CHECK)
            .toList();

    /** @throws Problem if there is no such kind, or can be no such id */
    static AskedWallets of(Parameters parameters) {
        return new AskedWallets(kind(parameters.text(OfWalletKind.KIND)), parameters.id(InParts.AFTER, WalletId.FORM));
    }

    private static @Nullable WalletKind kind(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return KINDS.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(OfWalletKind.KIND, "must be one of " + KINDS));
    }
}
