package com.hotpotspot.command.account;

import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.events.network.NodeId;
import java.util.List;

/** Which nodes there are, as the network knows, for roles that are about nodes. */
@FunctionalInterface
public interface KnownNodes {

    boolean isRegistered(NodeId node);

    /** Whether a role can be about all of these: of a node that there is not, nobody could have meant any. */
    default Verdict areThere(List<NodeId> nodes) {
        return nodes.stream()
                .filter(node -> !isRegistered(node))
                .findFirst()
                .<Verdict>map(
                        node -> Verdict.refused(UnknownCode.NODE_UNKNOWN, "Node %s is not registered.".formatted(node)))
                .orElseGet(Verdict::allowed);
    }
}
