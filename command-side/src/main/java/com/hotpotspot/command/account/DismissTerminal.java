package com.hotpotspot.command.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.RoleRevoked;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;

/** No longer let a till sign in, nor sell with the token that it has. Repeating it changes nothing. */
public record DismissTerminal(NodeId node, TerminalId terminal, AccountId dismissedBy)
        implements TerminalCommand<RoleRevoked> {}
