package com.hotpotspot.command.network;

import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.wallet.WalletId;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a sale needs to know of its node.
 *
 * @param ownerWallets whose the node was, by the instant from which on; the first owner's is there since always
 * @param terminals every till the node ever had, and whether it may sell
 */
public record RegisteredNode(
        NodeId id,
        NodeType type,
        NavigableMap<Instant, WalletId> ownerWallets,
        boolean active,
        Map<TerminalId, Boolean> terminals) {

    public RegisteredNode {
        ownerWallets = Collections.unmodifiableNavigableMap(new TreeMap<>(ownerWallets));
        terminals = Map.copyOf(terminals);
    }

    static RegisteredNode of(NodeRegistered event) {
        return new RegisteredNode(
                event.node(), event.type(), new TreeMap<>(Map.of(Instant.MIN, event.ownerWallet())), true, Map.of());
    }

    RegisteredNode withActive(boolean nowActive) {
        return new RegisteredNode(id, type, ownerWallets, nowActive, terminals);
    }

    /** The log's order decides, even where the clock of one process is behind another's. */
    RegisteredNode withOwnerWallet(WalletId newOwnerWallet, Instant since) {
        NavigableMap<Instant, WalletId> changed = new TreeMap<>(ownerWallets.headMap(since, false));
        changed.put(since, newOwnerWallet);
        return new RegisteredNode(id, type, changed, active, terminals);
    }

    RegisteredNode withTerminal(TerminalId terminal, boolean maySell) {
        Map<TerminalId, Boolean> changed = new HashMap<>(terminals);
        changed.put(terminal, maySell);
        return new RegisteredNode(id, type, ownerWallets, active, changed);
    }

    /** The wallet of whoever owned the node at a time. */
    public WalletId ownerWalletAt(Instant time) {
        return ownerWallets.floorEntry(time).getValue();
    }

    /** An inactive node sells nothing. */
    public Verdict maySell() {
        return active
                ? Verdict.allowed()
                : Verdict.refused(NodeCode.NODE_INACTIVE, "Node %s is not active.".formatted(id));
    }

    /** A revoked or foreign terminal sells nothing. */
    public Verdict terminalMaySell(TerminalId terminal) {
        Boolean maySell = terminals.get(terminal);
        if (maySell == null) {
            return Verdict.refused(
                    NodeCode.TERMINAL_NOT_AUTHORISED,
                    "Terminal %s is not authorised for node %s.".formatted(terminal, id));
        }
        return maySell
                ? Verdict.allowed()
                : Verdict.refused(
                        NodeCode.TERMINAL_REVOKED, "Terminal %s of node %s was revoked.".formatted(terminal, id));
    }
}
