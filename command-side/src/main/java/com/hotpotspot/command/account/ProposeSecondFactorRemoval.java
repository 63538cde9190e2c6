package com.hotpotspot.command.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.SecondFactorReason;
import com.hotpotspot.events.account.SecondFactorRemovalProposed;

/** Ask that an account signs in without its second factor, which takes two people. Repeating it changes nothing. */
record ProposeSecondFactorRemoval(AccountId account, SecondFactorReason reason, AccountId proposedBy)
        implements AccountCommand<SecondFactorRemovalProposed> {}
