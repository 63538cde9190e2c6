package com.hotpotspot.query.trade;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.sale.RequestedPeriod;
import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.web.Problem;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which voids and refunds somebody asks for.
 *
 * @param node null for all
 * @param kind null for both
 * @param after where the page begins; null for the first
 */
record AskedReversals(
        @Nullable NodeId node,
        RequestedPeriod period,
        @Nullable ReversalKind kind,
        ReversalOrder order,
        @Nullable String after) {

    static final String[] PARAMETERS = {"from", "to", "kind", "order", "after"};

    /** @throws Problem if something of it cannot be */
    static AskedReversals of(@Nullable NodeId node, Parameters parameters) {
        ReversalOrder order = ReversalOrder.asked(parameters.text("order"));
        String after = parameters.text("after");
        if (after != null) {
            order.place(after);
        }
        return new AskedReversals(node, RequestedPeriod.of(parameters), kind(parameters.text("kind")), order, after);
    }

    private static @Nullable ReversalKind kind(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Stream.of(ReversalKind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(
                        () -> Problem.invalid("kind", "must be void or refund").knownAs("no-kind"));
    }
}
