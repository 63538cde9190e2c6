package com.hotpotspot.command.network;

import com.hotpotspot.command.policy.RefusalCode;
import com.hotpotspot.command.policy.Verdict;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.wallet.WalletId;
import java.util.HashMap;
import java.util.Map;

/**
 * What a sale needs to know of its node.
 *
 * @param terminals every till the node ever had, and whether it may sell
 */
public record RegisteredNode(
        NodeId id, NodeType type, WalletId ownerWallet, boolean active, Map<TerminalId, Boolean> terminals) {

    public RegisteredNode {
        terminals = Map.copyOf(terminals);
    }

    static RegisteredNode of(NodeRegistered event) {
        return new RegisteredNode(event.node(), event.type(), event.ownerWallet(), true, Map.of());
    }

    RegisteredNode withActive(boolean nowActive) {
        return new RegisteredNode(id, type, ownerWallet, nowActive, terminals);
    }

    RegisteredNode withOwnerWallet(WalletId newOwnerWallet) {
        return new RegisteredNode(id, type, newOwnerWallet, active, terminals);
    }

    RegisteredNode withTerminal(TerminalId terminal, boolean maySell) {
        Map<TerminalId, Boolean> changed = new HashMap<>(terminals);
        changed.put(terminal, maySell);
        return new RegisteredNode(id, type, ownerWallet, active, changed);
    }

    /** An inactive node sells nothing. */
    public Verdict maySell() {
        return active
                ? Verdict.allowed()
                : Verdict.refused(RefusalCode.NODE_INACTIVE, "Node %s is not active.".formatted(id));
    }

    /** A revoked or foreign terminal sells nothing. */
    public Verdict terminalMaySell(TerminalId terminal) {
        Boolean maySell = terminals.get(terminal);
        if (maySell == null) {
            return Verdict.refused(
                    RefusalCode.TERMINAL_NOT_AUTHORISED,
                    "Terminal %s is not authorised for node %s.".formatted(terminal, id));
        }
        return maySell
                ? Verdict.allowed()
                : Verdict.refused(
                        RefusalCode.TERMINAL_REVOKED, "Terminal %s of node %s was revoked.".formatted(terminal, id));
    }
}
