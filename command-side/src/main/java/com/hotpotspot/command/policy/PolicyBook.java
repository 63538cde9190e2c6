package com.hotpotspot.command.policy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.hotpotspot.command.network.NetworkRegistry;
import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.minting.TokenPolicy;
import com.hotpotspot.events.policy.PolicyEvent;
import com.hotpotspot.events.policy.TokenPolicyAdopted;
import com.hotpotspot.events.policy.TokenPolicyWithdrawn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Every version of the token policy that was adopted, one after the other, and those that were withdrawn again. */
@Aggregate(type = "policy")
class PolicyBook {

    /** Long enough for every process to know the new version before a sale can fall under it. */
    static final Duration NOTICE = Duration.ofSeconds(1);

    /** How far ahead a policy may be adopted. */
    static final Duration FURTHEST = Duration.ofDays(366);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StreamId stream;

    private int lastVersion = TokenPolicy.FIRST.version();

    /** Those that were not withdrawn, in the order of their adoption, which is that of their taking effect. */
    private final Deque<TokenPolicyAdopted> standing = new ArrayDeque<>();

    private final Set<TokenPolicyWithdrawn> withdrawn = new HashSet<>();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    TokenPolicyAdopted handle(AdoptTokenPolicy command, NetworkRegistry network, Clock clock) {
        network.isFounded().orElseRefuse();
        TokenPolicyAdopted before = standing.peekLast();
        if (before != null && repeats(command, before)) {
            return before;
        }
        reachesNotBack(command, clock.instant())
                .and(() -> isNotTooFarAhead(command, clock.instant()))
                .and(() -> followsTheLast(command))
                .orElseRefuse();
        TokenPolicyAdopted adopted =
                command.policy().withVersion(lastVersion + 1).adoptedFrom(command.effectiveFrom());
        apply(adopted);
        return adopted;
    }

    @CommandHandler
    TokenPolicyWithdrawn handle(WithdrawTokenPolicy command, Clock clock) {
        TokenPolicyWithdrawn wanted = new TokenPolicyWithdrawn(command.version());
        if (!withdrawn.contains(wanted)) {
            TokenPolicyAdopted adopted = standing.stream()
                    .filter(policy -> policy.version() == command.version())
                    .findFirst()
                    .orElseThrow(command::unknown);
            hasNotTakenEffect(adopted, clock.instant()).orElseRefuse();
            apply(wanted);
        }
        return wanted;
    }

    /** What was sold under a policy stays under it, so that one that is in force can only be followed by another. */
    private static Verdict hasNotTakenEffect(TokenPolicyAdopted adopted, Instant now) {
        return adopted.effectiveFrom().isBefore(now.plus(NOTICE))
                ? Verdict.refused(
                        PolicyCode.POLICY_IN_FORCE,
                        "Version %s is in force since %s, or within a second; adopt another instead."
                                .formatted(adopted.version(), adopted.effectiveFrom()))
                : Verdict.allowed();
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
                        PolicyCode.POLICY_REACHES_BACK,
                        String.format(
                                Locale.ROOT,
                                "A policy takes effect in the future, at least %d second from now.",
                                NOTICE.toSeconds()))
                : Verdict.allowed();
    }

    private static Verdict isNotTooFarAhead(AdoptTokenPolicy command, Instant now) {
        return command.effectiveFrom().isAfter(now.plus(FURTHEST))
                ? Verdict.refused(
                        PolicyCode.POLICY_TOO_FAR_AHEAD,
                        "A policy takes effect at most %s days from now.".formatted(FURTHEST.toDays()))
                : Verdict.allowed();
    }

    private Verdict followsTheLast(AdoptTokenPolicy command) {
        TokenPolicyAdopted last = standing.peekLast();
        return last != null && !command.effectiveFrom().isAfter(last.effectiveFrom())
                ? Verdict.refused(
                        PolicyCode.POLICY_OUT_OF_ORDER,
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
        lastVersion = event.version();
        standing.addLast(event);
    }

    @EventSourcingHandler
    void on(TokenPolicyWithdrawn event) {
        withdrawn.add(event);
        standing.removeIf(policy -> policy.version() == event.version());
    }
}
