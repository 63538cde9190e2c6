package com.hotpotspot.standalone.network;

import com.hotpotspot.client.CommandDoor;
import com.hotpotspot.client.Outcome;
import com.hotpotspot.client.RefusedException;
import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.OwnerId;
import java.util.List;

/** The plan of a first network, the same in every installation so that setting it up twice changes nothing. */
public final class StarterNetwork {

    public static final OwnerId FOUNDER = new OwnerId("founder");

    public static final NodeId TBILISI = new NodeId("TBILISI-VAKE");
    public static final NodeId BATUMI = new NodeId("BATUMI-BOULEVARD");
    public static final NodeId KUTAISI = new NodeId("KUTAISI-BAZAAR");
    public static final NodeId RUSTAVI = new NodeId("RUSTAVI-CENTRE");
    public static final NodeId GORI = new NodeId("GORI-FORTRESS");

    /** Its nodes, sorted by id. */
    public static final List<PlannedNode> NODES = List.of(
            franchise(BATUMI, "Batumi", "franchisee-1"),
            franchise(GORI, "Gori", "franchisee-2"),
            owner(KUTAISI, "Kutaisi"),
            franchise(RUSTAVI, "Rustavi", "franchisee-3"),
            owner(TBILISI, "Tbilisi"));

    private StarterNetwork() {}

    /**
     * Founds the network. Refused with {@code network-already-founded} where somebody else, or another purpose, did.
     */
    public static Outcome found(CommandDoor door, NetworkPurpose purpose) {
        return door.found(FOUNDER, purpose);
    }

    /** @throws RefusedException if a node cannot be registered as planned */
    public static void registerNodes(CommandDoor door) {
        for (PlannedNode node : NODES) {
            door.register(node.id(), node.type(), node.city(), node.owner())
                    .orThrow("Registering node %s".formatted(node.id()));
        }
    }

    private static PlannedNode owner(NodeId id, String city) {
        return new PlannedNode(id, NodeType.OWNER, new City(city), FOUNDER);
    }

    private static PlannedNode franchise(NodeId id, String city, String owner) {
        return new PlannedNode(id, NodeType.FRANCHISE, new City(city), new OwnerId(owner));
    }

    /** A node as it is to be registered. */
    public record PlannedNode(NodeId id, NodeType type, City city, OwnerId owner) {}
}
