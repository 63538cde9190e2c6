package com.hotpotspot.command.sale;

import com.hotpotspot.access.Grant;
import com.hotpotspot.command.wallet.OpenWallet;
import com.hotpotspot.events.sale.CheckId;
import com.hotpotspot.events.wallet.WalletId;

/**
 * Move a check's units to a wallet.
 *
 * @param proof whether the claimant holds the receipt; what they showed stays at the door
 */
public record ClaimCheck(CheckId check, ClaimProof proof, WalletId claimant) implements CheckCommand<ClaimOutcome> {

    boolean isProven() {
        return proof != ClaimProof.WRONG;
    }

    @Override
    public boolean isWithin(Grant grant) {
        return grant.isUnbounded()
                || grant.holder()
                        .map(OpenWallet::walletOf)
                        .filter(claimant::equals)
                        .isPresent();
    }
}
