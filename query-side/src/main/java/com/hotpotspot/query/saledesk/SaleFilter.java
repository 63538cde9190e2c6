package com.hotpotspot.query.saledesk;

import com.hotpotspot.events.BusinessDay;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.sale.SaleNumber;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Which sales are looked for. What is null does not matter.
 *
 * @param nodes those of which sales may be found; null for all
 * @param from the first business day
 * @param to the last business day
 * @param totalTetri just that total
 * @param leastTetri the smallest total
 * @param mostTetri the largest total
 */
record SaleFilter(
        @Nullable SaleNumber number,
        @Nullable List<NodeId> nodes,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long totalTetri,
        @Nullable Long leastTetri,
        @Nullable Long mostTetri,
        @Nullable Standing state) {

    /** No business day begins later on its date. */
    private static final LocalTime LATEST_BEGIN = LocalTime.of(6, 0);

    /**
     * The table to look into. A number is at most one sale of each node, so it is looked up before anything is ordered,
     * however common the database takes it to be.
     */
    String table() {
        return number == null ? "sale" : "(select * from sale where number = :number offset 0)";
    }

    /** What SQL asks of each of them, apart from their node. */
    String conditions() {
        StringJoiner conditions = new StringJoiner(" and ").setEmptyValue("true");
        if (from != null) {
            conditions.add("day >= :from").add("sold_at >= :fromTime");
        }
        if (to != null) {
            conditions.add("day <= :to").add("sold_at < :toTime");
        }
        if (totalTetri != null) {
            conditions.add("total_tetri = :total");
        }
        if (leastTetri != null) {
            conditions.add("total_tetri >= :least");
        }
        if (mostTetri != null) {
            conditions.add("total_tetri <= :most");
        }
        if (state != null) {
            // As it stands, so that the index of those that were taken back can be used.
            conditions.add("state = '" + state + '\'');
        }
        return conditions.toString();
    }

    /** By the names that the above have. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        put(parameters, "number", number == null ? null : number.value());
        put(
                parameters,
                "nodes",
                nodes == null ? null : nodes.stream().map(NodeId::value).toArray(String[]::new));
        put(parameters, "from", from);
        put(parameters, "to", to);
        put(parameters, "fromTime", from == null ? null : millis(from, LocalTime.MIDNIGHT));
        put(parameters, "toTime", to == null ? null : millis(to.plusDays(1), LATEST_BEGIN));
        put(parameters, "total", totalTetri);
        put(parameters, "least", leastTetri);
        put(parameters, "most", mostTetri);
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    /** A bound for the time of sale, which days follow and the indexes are ordered by. */
    private static long millis(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(BusinessDay.ZONE).toInstant().toEpochMilli();
    }
}
