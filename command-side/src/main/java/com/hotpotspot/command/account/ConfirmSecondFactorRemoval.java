package com.hotpotspot.command.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.SecondFactorRemoved;

/** Be the second person behind the removal of a second factor. Repeating it changes nothing. */
record ConfirmSecondFactorRemoval(AccountId account, AccountId confirmedBy)
        implements AccountCommand<SecondFactorRemoved> {}
