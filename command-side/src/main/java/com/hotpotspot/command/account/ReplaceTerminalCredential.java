package com.hotpotspot.command.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;

/** Let a till sign in with a new secret, and with no other. Repeating it changes nothing. */
public record ReplaceTerminalCredential(NodeId node, TerminalId terminal, CredentialId credential, AccountId replacedBy)
        implements TerminalCommand<CredentialIssued> {}
