package com.hotpotspot.command.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.SignInName;
import com.hotpotspot.events.account.SignInNameGiven;

/** Let a person sign in under a name, in place of the one before. Repeating it changes nothing. */
record GiveSignInName(AccountId account, SignInName name) implements AccountCommand<SignInNameGiven> {

    @Override
    public boolean setsWhatOthersMaySet() {
        return true;
    }
}
