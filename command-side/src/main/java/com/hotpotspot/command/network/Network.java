package com.hotpotspot.command.network;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.BusinessDays;
import com.hotpotspot.events.network.NetworkEvent;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.VoidApprovalSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
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

    /**
     * How long before a day begins its beginning may still be changed: longer than a till's clock may run ahead and a
     * sale may take to be recorded, so that no sale that falls into the change has been recorded by then.
     */
    static final Duration NOTICE = Duration.ofMinutes(10);

    /** How far ahead the beginning of days may be set. */
    static final Duration FURTHEST = Duration.ofDays(366);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StreamId stream;

    private @Nullable NetworkFounded founding;
    private @Nullable VoidApprovalSet voidApproval;
    private BusinessDays businessDays = BusinessDays.FROM_MIDNIGHT;

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

    @CommandHandler
    BusinessDaySet handle(SetBusinessDay command, Clock clock) {
        BusinessDaySet wanted = new BusinessDaySet(command.beginsAt(), command.from());
        if (!businessDays.setFor(wanted.from()).equals(Optional.of(wanted.beginsAt()))) {
            Instant now = clock.instant();
            hasNotBegun(wanted, now).and(() -> isNotTooFarAhead(wanted, now)).orElseRefuse();
            apply(wanted);
        }
        return wanted;
    }

    /** Neither as it was to begin nor as it is to begin now: a day that has begun is not moved. */
    private Verdict hasNotBegun(BusinessDaySet wanted, Instant now) {
        Instant soonest = now.plus(NOTICE);
        return businessDays.startOf(wanted.from()).isBefore(soonest)
                        || businessDays.with(wanted).startOf(wanted.from()).isBefore(soonest)
                ? Verdict.refused(
                        NetworkCode.BUSINESS_DAY_HAS_BEGUN,
                        String.format(
                                Locale.ROOT,
                                "The business day %s has begun, or does within %d minutes; name a later one.",
                                wanted.from(),
                                NOTICE.toMinutes()))
                : Verdict.allowed();
    }

    private Verdict isNotTooFarAhead(BusinessDaySet wanted, Instant now) {
        return businessDays.with(wanted).startOf(wanted.from()).isAfter(now.plus(FURTHEST))
                ? Verdict.refused(
                        NetworkCode.BUSINESS_DAY_TOO_FAR_AHEAD,
                        "The beginning of days is set at most %s days ahead.".formatted(FURTHEST.toDays()))
                : Verdict.allowed();
    }

    private static Verdict mayBeRepeatedAs(NetworkFounded wanted, NetworkFounded founding) {
        return wanted.equals(founding)
                ? Verdict.allowed()
                : Verdict.refused(
                        NetworkCode.NETWORK_ALREADY_FOUNDED,
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

    @EventSourcingHandler
    void on(BusinessDaySet event) {
        businessDays = businessDays.with(event);
    }
}
