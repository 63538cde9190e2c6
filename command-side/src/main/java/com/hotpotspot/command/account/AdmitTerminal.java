package com.hotpotspot.command.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;

/**
 * Let a till sign in and sell for its node. One that can do so already keeps what it has.
 *
 * @param credential what it signs in with from now on, if it has nothing yet
 */
public record AdmitTerminal(NodeId node, TerminalId terminal, CredentialId credential, AccountId admittedBy)
        implements TerminalCommand<CredentialIssued> {}
