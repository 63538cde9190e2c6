package com.hotpotspot.command.account;

import com.hotpotspot.access.Grant;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;

/**
 * Let a person sign in with a password that they chose, and no longer with what they proved who they are with.
 * Repeating it changes nothing.
 *
 * @param inPlaceOf a secret that is good once, or what they signed in with until now
 */
record ChoosePassword(AccountId account, CredentialId credential, CredentialId inPlaceOf)
        implements AccountCommand<CredentialIssued> {

    /** It is their own, whatever their roles are about. */
    @Override
    public boolean isWithin(Grant grant) {
        return true;
    }

    /** They are signed in with it next. */
    @Override
    public boolean isKnownByHeart() {
        return true;
    }
}
