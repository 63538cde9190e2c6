package com.hotpotspot.command.network;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.hotpotspot.command.policy.RefusalCode;
import com.hotpotspot.command.policy.Verdict;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NetworkEvent;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.VoidApprovalSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The network as a whole. */
@Aggregate(type = "network")
class Network {

    /** The genesis token, in the founder's wallet. */
    static final Units GENESIS = Units.of(100);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StreamId stream;

    private @Nullable NetworkFounded founding;
    private @Nullable VoidApprovalSet voidApproval;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    NetworkFounded handle(FoundNetwork command) {
        NetworkFounded wanted =
                new NetworkFounded(command.founder(), command.founder().wallet(), GENESIS, command.purpose());
        if (founding == null) {
            apply(wanted);
        } else {
            mayBeRepeatedAs(wanted, founding).orElseRefuse();
        }
        return wanted;
    }

    @CommandHandler
    VoidApprovalSet handle(SetVoidApproval command) {
        VoidApprovalSet wanted = new VoidApprovalSet(command.above());
        if (!wanted.equals(voidApproval)) {
            apply(wanted);
        }
        return wanted;
    }

    private static Verdict mayBeRepeatedAs(NetworkFounded wanted, NetworkFounded founding) {
        return wanted.equals(founding)
                ? Verdict.allowed()
                : Verdict.refused(
                        RefusalCode.NETWORK_ALREADY_FOUNDED,
                        "The network was founded before, by somebody else or for another purpose.");
    }

    @EventSourcingHandler
    void on(NetworkFounded event) {
        stream = NetworkEvent.STREAM;
        founding = event;
    }

    @EventSourcingHandler
    void on(VoidApprovalSet event) {
        voidApproval = event;
    }
}
