package com.hotpotspot.command.account;

import com.hotpotspot.access.Grant;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.SecondFactorEnrolled;
import java.util.Optional;

/**
 * Sign in with a second factor from now on. Repeating it changes nothing.
 *
 * @param inPlaceOf the one that the person had and has proved to have; empty if they had none
 */
record EnrolSecondFactor(AccountId account, CredentialId secondFactor, Optional<CredentialId> inPlaceOf)
        implements AccountCommand<SecondFactorEnrolled> {

    /** It is their own, whatever their roles are about. */
    @Override
    public boolean isWithin(Grant grant) {
        return true;
    }

    /** They are asked for it the next time. */
    @Override
    public boolean isKnownByHeart() {
        return true;
    }
}
