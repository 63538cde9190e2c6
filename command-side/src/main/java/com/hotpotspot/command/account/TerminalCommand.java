package com.hotpotspot.command.account;

import com.hotpotspot.access.Grant;
import com.hotpotspot.events.account.AccountEvent;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;

/** A command about the account of a till, which whoever looks after its node may send. */
interface TerminalCommand<E extends AccountEvent> extends AccountCommand<E> {

    NodeId node();

    TerminalId terminal();

    @Override
    default AccountId account() {
        return AccountId.of(node(), terminal());
    }

    @Override
    default boolean isWithin(Grant grant) {
        return grant.reaches(node());
    }
}
