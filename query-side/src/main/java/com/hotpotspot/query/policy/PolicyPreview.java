package com.hotpotspot.query.policy;

import com.hotpotspot.events.minting.Shares;
import com.hotpotspot.events.minting.TokenPolicy;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.sale.SoldTotals.SoldTotal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was minted, and what a policy would have minted if it had been in force: sale by sale, as it is minted, so that
 * what is floored is floored as often.
 *
 * @param nodes by id
 */
record PolicyPreview(List<OfNode> nodes) {

    /** @param types of all nodes that sold */
    static PolicyPreview of(TokenPolicy policy, Collection<SoldTotal> totals, Map<NodeId, NodeType> types) {
        Map<String, OfNode> nodes = new TreeMap<>();
        for (SoldTotal total : totals) {
            NodeType type = types.get(total.node());
            if (type != null) {
                nodes.merge(total.node().value(), OfNode.of(policy, total, type), OfNode::plus);
            }
        }
        return new PolicyPreview(List.copyOf(nodes.values()));
    }

    /** All nodes together; without a name. */
    public OfNode together() {
        return nodes.stream().reduce(OfNode.NONE, OfNode::plus);
    }

    /**
     * One node.
     *
     * @param minted units that were minted
     * @param would units that would have been
     * @param ownerUnits what the node's owner would have got of them
     * @param buyerUnits what buyers would have got
     * @param royaltyUnits what the founder would have got
     */
    record OfNode(
            String node, long sales, long minted, long would, long ownerUnits, long buyerUnits, long royaltyUnits) {

        private static final OfNode NONE = new OfNode("", 0, 0, 0, 0, 0, 0);

        private static OfNode of(TokenPolicy policy, SoldTotal total, NodeType type) {
            Units minted = policy.mintedBy(total.total());
            Shares shares = policy.shared(type, minted);
            return new OfNode(
                    total.node().value(),
                    total.sales(),
                    total.minted().value(),
                    times(minted, total),
                    times(shares.owner(), total),
                    times(shares.buyer(), total),
                    times(shares.royalty(), total));
        }

        private static long times(Units units, SoldTotal total) {
            return Math.multiplyExact(units.value(), total.sales());
        }

        private OfNode plus(OfNode other) {
            return new OfNode(
                    other.node,
                    Math.addExact(sales, other.sales),
                    Math.addExact(minted, other.minted),
                    Math.addExact(would, other.would),
                    Math.addExact(ownerUnits, other.ownerUnits),
                    Math.addExact(buyerUnits, other.buyerUnits),
                    Math.addExact(royaltyUnits, other.royaltyUnits));
        }

        /** How much more it would have been; negative if it would have been less. */
        public long difference() {
            return Math.subtractExact(would, minted);
        }
    }
}
