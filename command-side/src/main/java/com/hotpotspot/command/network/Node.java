package com.hotpotspot.command.network;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.network.TerminalAuthorised;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.network.TerminalRevoked;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A point of sale and its terminals. */
@Aggregate(type = "node")
class Node {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StreamId stream;

    private @Nullable NodeRegistered registration;
    private @Nullable OwnerId owner;
    private boolean active;
    private final Set<TerminalId> authorised = new HashSet<>();
    private final Set<TerminalId> revoked = new HashSet<>();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    NodeRegistered handle(RegisterNode command, NetworkRegistry network) {
        network.isFounded().orElseRefuse();
        NodeRegistered wanted = new NodeRegistered(
                command.node(),
                command.type(),
                command.city(),
                command.owner(),
                command.owner().wallet());
        if (registration == null) {
            mustBeginWell(command.node().value(), "nodeId");
            command.city().mustBeLegible();
            apply(wanted);
        } else {
            mayBeRepeatedAs(wanted, registration).orElseRefuse();
        }
        return wanted;
    }

    @CommandHandler
    NodeActivated handle(ActivateNode command) {
        NodeActivated wanted = new NodeActivated(command.node());
        if (!active) {
            apply(wanted);
        }
        return wanted;
    }

    @CommandHandler
    NodeDeactivated handle(DeactivateNode command) {
        NodeDeactivated wanted = new NodeDeactivated(command.node());
        if (active) {
            apply(wanted);
        }
        return wanted;
    }

    @CommandHandler
    NodeOwnerChanged handle(ChangeNodeOwner command) {
        NodeOwnerChanged wanted = new NodeOwnerChanged(
                command.node(), command.owner(), command.owner().wallet());
        if (!command.owner().equals(owner)) {
            apply(wanted);
        }
        return wanted;
    }

    @CommandHandler
    TerminalAuthorised handle(AuthoriseTerminal command) {
        TerminalAuthorised wanted = new TerminalAuthorised(command.node(), command.terminal());
        if (!authorised.contains(command.terminal())) {
            if (!revoked.contains(command.terminal())) {
                mustBeginWell(command.terminal().value(), "terminalId");
            }
            apply(wanted);
        }
        return wanted;
    }

    @CommandHandler
    TerminalRevoked handle(RevokeTerminal command) {
        TerminalRevoked wanted = new TerminalRevoked(command.node(), command.terminal());
        if (!revoked.contains(command.terminal())) {
            wasAuthorised(command.terminal()).orElseRefuse();
            apply(wanted);
        }
        return wanted;
    }

    /** What is new has a name that no program takes for an option or a formula; names that exist stay good. */
    private static void mustBeginWell(String name, String field) {
        InvalidValue.unless(Character.isLetterOrDigit(name.charAt(0)), field, "must begin with a letter or a digit");
    }

    private static Verdict mayBeRepeatedAs(NodeRegistered wanted, NodeRegistered registration) {
        return wanted.equals(registration)
                ? Verdict.allowed()
                : Verdict.refused(
                        NodeCode.NODE_ALREADY_REGISTERED,
                        "Node %s is registered with another type, city or owner.".formatted(wanted.node()));
    }

    private Verdict wasAuthorised(TerminalId terminal) {
        return authorised.contains(terminal)
                ? Verdict.allowed()
                : Verdict.refused(
                        NodeCode.TERMINAL_UNKNOWN, "Terminal %s was never authorised here.".formatted(terminal));
    }

    @EventSourcingHandler
    void on(NodeRegistered event) {
        stream = event.node().stream();
        registration = event;
        owner = event.owner();
        active = true;
    }

    @EventSourcingHandler
    void on(NodeOwnerChanged event) {
        owner = event.owner();
    }

    @EventSourcingHandler
    void on(NodeActivated event) {
        active = true;
    }

    @EventSourcingHandler
    void on(NodeDeactivated event) {
        active = false;
    }

    @EventSourcingHandler
    void on(TerminalAuthorised event) {
        authorised.add(event.terminal());
        revoked.remove(event.terminal());
    }

    @EventSourcingHandler
    void on(TerminalRevoked event) {
        authorised.remove(event.terminal());
        revoked.add(event.terminal());
    }
}
