package com.hotpotspot.query.trade;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.hotpotspot.events.network.BusinessDays;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.trade.SilencePolicy.UsualHour;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which nodes have fallen silent, by the tables of {@link TradeProjection}.
 *
 * @param node the only one that is asked about; null for all
 */
record SilentNodes(
        JdbcClient jdbc, SilencePolicy policy, @Nullable NodeId node) {

    private static final String OF_NODE = "(:node::text is null or node = :node)";

    /** When each of them sold last. */
    Map<NodeId, Instant> at(Instant now, BusinessDays businessDays) {
        Map<NodeId, Set<UsualHour>> usual = usualBefore(businessDays.dayOf(now));
        Map<NodeId, Instant> silent = new HashMap<>();
        jdbc.sql("select node, sold_at from last_sale where " + OF_NODE)
                .param("node", node == null ? null : node.value(), Types.VARCHAR)
                .query((row, number) ->
                        Map.entry(new NodeId(row.getString("node")), Instant.ofEpochMilli(row.getLong("sold_at"))))
                .list()
                .forEach(last -> policy.silentSince(
                                last.getValue(), usual.getOrDefault(last.getKey(), Set.of()), businessDays, now)
                        .ifPresent(since -> silent.put(last.getKey(), since)));
        return silent;
    }

    private Map<NodeId, Set<UsualHour>> usualBefore(LocalDate today) {
        return jdbc
                .sql("""
                        select node, extract(isodow from day)::int as weekday, hour from node_hour
                        where day between :first and :last and sales > 0 and\s""" + OF_NODE + """

                        group by node, weekday, hour having count(*) >= :often
                        """)
                .param("node", node == null ? null : node.value(), Types.VARCHAR)
                .param("first", today.minusDays(policy.days()))
                .param("last", today.minusDays(1))
                .param("often", policy.daysThatMakeItUsual())
                .query((row, number) -> Map.entry(
                        new NodeId(row.getString("node")),
                        new UsualHour(DayOfWeek.of(row.getInt("weekday")), row.getInt("hour"))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
    }
}
