package com.hotpotspot.command.network;

import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.command.account.KnownNodes;
import com.hotpotspot.command.registry.Registry;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.NetworkEvent;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeEvent;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.network.TerminalAuthorised;
import com.hotpotspot.events.network.TerminalRevoked;
import com.hotpotspot.events.network.VoidApprovalSet;
import com.hotpotspot.events.wallet.WalletId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The network as sales need it. */
public final class NetworkRegistry implements Registry, KnownNodes {

    static final Verdict.Refused NOT_FOUNDED =
            Verdict.refused(NetworkCode.NETWORK_NOT_FOUNDED, "The network has not been founded yet.");

    private final Map<NodeId, RegisteredNode> nodes = new ConcurrentHashMap<>();
    private volatile @Nullable NetworkFounded founding;
    private volatile Optional<Tetri> voidedWithoutApproval = Optional.empty();

    /** Whether there is a network to do business in. */
    public Verdict isFounded() {
        return founding != null ? Verdict.allowed() : NOT_FOUNDED;
    }

    /** @throws CommandRefused if the node is not registered */
    public RegisteredNode node(NodeId id) {
        return find(id).orElseThrow(
                        () -> new CommandRefused(UnknownCode.NODE_UNKNOWN, "Node %s is not registered.".formatted(id)));
    }

    public Optional<RegisteredNode> find(NodeId id) {
        return Optional.ofNullable(nodes.get(id));
    }

    @Override
    public boolean isRegistered(NodeId node) {
        return nodes.containsKey(node);
    }

    /** @throws CommandRefused if the network has not been founded */
    public WalletId founderWallet() {
        isFounded().orElseRefuse();
        return Objects.requireNonNull(founding).founderWallet();
    }

    /** Whether a void of a sale that comes to {@code total} takes the approval of somebody else. */
    public boolean voidTakesApproval(Tetri total) {
        return voidedWithoutApproval.filter(most -> total.compareTo(most) > 0).isPresent();
    }

    @Override
    public Set<String> kinds() {
        return Set.of("network", "node");
    }

    @Override
    public Set<Class<? extends Event>> features() {
        return Set.of(NetworkEvent.class, NodeEvent.class);
    }

    /** What happened, as if it had always been so. */
    @Override
    public void on(Event event) {
        on(event, Instant.MIN);
    }

    @Override
    public void on(Event event, Instant recordedAt) {
        switch (event) {
            case NetworkEvent happened -> onNetwork(happened);
            case NodeEvent happened -> onNode(happened, recordedAt);
            default -> {}
        }
    }

    private void onNetwork(NetworkEvent event) {
        switch (event) {
            case NetworkFounded founded -> founding = founded;
            case VoidApprovalSet set -> voidedWithoutApproval = Optional.of(set.aboveTetri());
            case BusinessDaySet ignored -> {
                // No sale is decided by the day that it belongs to.
            }
        }
    }

    private void onNode(NodeEvent event, Instant recordedAt) {
        switch (event) {
            case NodeRegistered registered -> nodes.put(registered.node(), RegisteredNode.of(registered));
            case NodeActivated activated -> change(activated, node -> node.withActive(true));
            case NodeDeactivated deactivated -> change(deactivated, node -> node.withActive(false));
            case NodeOwnerChanged owner -> change(owner, node -> node.withOwnerWallet(owner.ownerWallet(), recordedAt));
            case TerminalAuthorised authorised ->
                change(authorised, node -> node.withTerminal(authorised.terminal(), true));
            case TerminalRevoked revoked -> change(revoked, node -> node.withTerminal(revoked.terminal(), false));
        }
    }

    private void change(NodeEvent event, UnaryOperator<RegisteredNode> change) {
        nodes.computeIfPresent(event.node(), (id, node) -> change.apply(node));
    }
}
