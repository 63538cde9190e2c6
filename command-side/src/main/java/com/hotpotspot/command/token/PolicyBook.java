package com.hotpotspot.command.token;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.hotpotspot.command.network.NetworkRegistry;
import com.hotpotspot.command.policy.RefusalCode;
import com.hotpotspot.command.policy.Verdict;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.policy.PolicyEvent;
import com.hotpotspot.events.policy.TokenPolicyAdopted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Every version of the token policy that was adopted, one after the other. */
@Aggregate(type = "policy")
class PolicyBook {

    /** Long enough for every process to know the new version before a sale can fall under it. */
    static final Duration NOTICE = Duration.ofSeconds(1);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StreamId stream;

    private @Nullable TokenPolicyAdopted last;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    TokenPolicyAdopted handle(AdoptTokenPolicy command, NetworkRegistry network, Clock clock) {
        network.isFounded().orElseRefuse();
        TokenPolicyAdopted before = last;
        if (before != null && repeats(command, before)) {
            return before;
        }
        reachesNotBack(command, clock.instant())
                .and(() -> followsTheLast(command))
                .orElseRefuse();
        int version = before == null ? TokenPolicies.FIRST.version() + 1 : before.version() + 1;
        TokenPolicyAdopted adopted = command.policy().withVersion(version).adoptedFrom(command.effectiveFrom());
        apply(adopted);
        return adopted;
    }

    private static boolean repeats(AdoptTokenPolicy command, TokenPolicyAdopted before) {
        return command.policy()
                .withVersion(before.version())
                .adoptedFrom(command.effectiveFrom())
                .equals(before);
    }

    /** What was sold was sold under the policy of its time. */
    private static Verdict reachesNotBack(AdoptTokenPolicy command, Instant now) {
        return command.effectiveFrom().isBefore(now.plus(NOTICE))
                ? Verdict.refused(
                        RefusalCode.POLICY_REACHES_BACK,
                        String.format(
                                Locale.ROOT,
                                "A policy takes effect in the future, at least %d second from now.",
                                NOTICE.toSeconds()))
                : Verdict.allowed();
    }

    private Verdict followsTheLast(AdoptTokenPolicy command) {
        return last != null && !command.effectiveFrom().isAfter(last.effectiveFrom())
                ? Verdict.refused(
                        RefusalCode.POLICY_OUT_OF_ORDER,
                        String.format(
                                Locale.ROOT,
                                "Version %d takes effect at %s; a later version must take effect after that.",
                                last.version(),
                                last.effectiveFrom()))
                : Verdict.allowed();
    }

    @EventSourcingHandler
    void on(TokenPolicyAdopted event) {
        stream = PolicyEvent.STREAM;
        last = event;
    }
}
