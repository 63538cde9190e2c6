package com.hotpotspot.standalone.replay;

import com.hotpotspot.client.CommandDoor;
import com.hotpotspot.client.KnownNode;
import com.hotpotspot.client.Outcome;
import com.hotpotspot.client.QueryDoor;
import com.hotpotspot.client.Waiting;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.standalone.network.StarterNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Finds the nodes to replay at, and makes them where there are none.
 *
 * <p>The terminal {@code REPLAY} marks the nodes that take part. Its nodes are chosen once, by the first run; every
 * later run uses exactly these, whatever nodes have joined the network since. No sale is sent before the query side
 * shows the choice, so that a later run cannot see a part of it.
 */
final class ReplayNodes {

    static final TerminalId TERMINAL = new TerminalId("REPLAY");

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Duration SHORT_WAIT = Duration.ofSeconds(3);

    private final CommandDoor commandSide;
    private final QueryDoor querySide;
    private final Waiting waiting;

    ReplayNodes(CommandDoor commandSide, QueryDoor querySide, Waiting waiting) {
        this.commandSide = commandSide;
        this.querySide = querySide;
        this.waiting = waiting;
    }

    /**
     * The nodes at which {@code REPLAY} may sell.
     *
     * @throws ReplayImpossibleException if no node can take part
     * @throws com.hotpotspot.client.RefusedException if the command side refuses what is needed
     */
    List<NodeId> find() {
        List<KnownNode> nodes = querySide.nodes();
        if (nodes.isEmpty()) {
            nodes = found();
        }
        if (nodes.stream().noneMatch(ReplayNodes::takesPart)) {
            nodes = authorise(nodes.stream().filter(KnownNode::active).toList());
        }
        return nodes.stream().filter(ReplayNodes::takesPart).map(KnownNode::id).toList();
    }

    private List<KnownNode> found() {
        if (!(StarterNetwork.found(commandSide, NetworkPurpose.LIVE) instanceof Outcome.Accepted)) {
            // Founded before. Perhaps it has nodes, too, and the query side has not come to them yet.
            List<KnownNode> nodes = look(SHORT_WAIT, seen -> !seen.isEmpty());
            if (!nodes.isEmpty()) {
                return nodes;
            }
        }
        StarterNetwork.registerNodes(commandSide);
        List<NodeId> planned = StarterNetwork.NODES.stream()
                .map(StarterNetwork.PlannedNode::id)
                .toList();
        return awaitShown(
                "the new nodes",
                seen -> seen.stream().map(KnownNode::id).toList().containsAll(planned));
    }

    private List<KnownNode> authorise(List<KnownNode> active) {
        if (active.isEmpty()) {
            throw new ReplayImpossibleException("No node of the network is active, so there is nowhere to sell");
        }
        for (KnownNode node : active) {
            commandSide
                    .authorise(TERMINAL, node.id())
                    .orThrow("Authorising terminal %s at node %s".formatted(TERMINAL, node.id()));
        }
        List<NodeId> chosen = active.stream().map(KnownNode::id).toList();
        return awaitShown(
                "terminal %s at every node".formatted(TERMINAL),
                seen -> seen.stream()
                        .filter(ReplayNodes::takesPart)
                        .map(KnownNode::id)
                        .toList()
                        .containsAll(chosen));
    }

    private static boolean takesPart(KnownNode node) {
        return node.terminals().contains(TERMINAL);
    }

    private List<KnownNode> awaitShown(String what, Predicate<List<KnownNode>> shown) {
        List<KnownNode> nodes = look(LONGEST_WAIT, shown);
        if (!shown.test(nodes)) {
            throw new ReplayImpossibleException(String.format(
                    Locale.ROOT,
                    "The query side has not shown %s for %d s; look at its health and run again",
                    what,
                    LONGEST_WAIT.toSeconds()));
        }
        return nodes;
    }

    /** What the query side shows once {@code enough} holds, or at the end of {@code limit}. */
    private List<KnownNode> look(Duration limit, Predicate<List<KnownNode>> enough) {
        long start = waiting.nanoTime();
        List<KnownNode> nodes = querySide.nodes();
        while (!enough.test(nodes) && waiting.nanoTime() - start < limit.toNanos()) {
            try {
                waiting.pause(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ReplayImpossibleException("Interrupted while waiting for the query side");
            }
            nodes = querySide.nodes();
        }
        return nodes;
    }
}
