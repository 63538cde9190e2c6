package com.hotpotspot.command.account;

import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.command.dispatch.FactCommand;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.account.AccountEvent;
import com.hotpotspot.events.account.AccountId;

/** A command about one account. */
interface AccountCommand<E extends AccountEvent> extends FactCommand<E> {

    AccountId account();

    @Override
    default StreamId stream() {
        return account().stream();
    }

    /** Who may know whose secret, and whether an administrator is left, is told by other accounts. */
    @Override
    default boolean dependsOnOthers() {
        return true;
    }

    @Override
    default CommandRefused unknown() {
        return new CommandRefused(UnknownCode.ACCOUNT_UNKNOWN, "There is no account %s.".formatted(account()));
    }
}
