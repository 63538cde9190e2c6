package com.hotpotspot.standalone.drill;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The log as it lies in its table, and what must be true of it. */
final class LogAudit {

    private static final List<String> RECORDING = List.of("sale.recorded", "tokens.minted", "check.issued");

    private final List<LoggedEvent> events;
    private final Totals totals;

    private LogAudit(List<LoggedEvent> events, Totals totals) {
        this.events = events;
        this.totals = totals;
    }

    /** What the sales of the log add up to, up to its last position. */
    record Totals(long sales, long revenueTetri, long mintedUnits, long position) {}

    static LogAudit of(Connection connection) throws SQLException {
        List<LoggedEvent> events = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(
                    "select position, stream, sequence, type from log.event order by position")) {
                while (row.next()) {
                    events.add(new LoggedEvent(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)));
                }
            }
            try (ResultSet row = statement.executeQuery("""
                    select count(*) filter (where type = 'sale.recorded'),
                        coalesce(sum((content ->> 'totalTetri')::bigint) filter (where type = 'sale.recorded'), 0),
                        coalesce(sum((content ->> 'mintedUnits')::bigint) filter (where type = 'tokens.minted'), 0),
                        max(position)
                    from (select position, type, convert_from(payload, 'UTF8')::jsonb as content from log.event)""")) {
                row.next();
                Totals totals = new Totals(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
                return new LogAudit(events, totals);
            }
        }
    }

    Totals totals() {
        return totals;
    }

    List<LoggedEvent> events() {
        return events;
    }

    /** No gap, no sale twice, and exactly the acknowledged sales, each at the place that was answered. */
    void mustHold(Receipts receipts) {
        assertThat(receipts.surprises()).isEmpty();
        thereIsNoGap();
        everySaleIsThereOnce();
        Map<String, Long> acknowledged = receipts.positions();
        assertThat(without(acknowledged, places()))
                .as("acknowledged, and not there")
                .isEmpty();
        assertThat(without(places(), acknowledged))
                .as("there, and never acknowledged")
                .isEmpty();
    }

    private static Map<String, Long> without(Map<String, Long> some, Map<String, Long> others) {
        Map<String, Long> left = new HashMap<>(some);
        left.entrySet().removeAll(others.entrySet());
        return left;
    }

    private void thereIsNoGap() {
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).position())
                    .as("the position after %d", i - 1)
                    .isEqualTo(i);
        }
    }

    /** Three events for each sale, in the order of a recording and next to each other. */
    private void everySaleIsThereOnce() {
        Map<String, List<LoggedEvent>> sales = events.stream()
                .filter(event -> event.stream().startsWith("sale:"))
                .collect(groupingBy(LoggedEvent::stream));
        sales.forEach((stream, recording) -> {
            long first = recording.getFirst().position();
            assertThat(recording)
                    .as(stream)
                    .containsExactlyElementsOf(IntStream.range(0, RECORDING.size())
                            .mapToObj(i -> new LoggedEvent(first + i, stream, i, RECORDING.get(i)))
                            .toList());
        });
    }

    private Map<String, Long> places() {
        Map<String, Long> places = new HashMap<>();
        events.stream()
                .filter(event -> event.stream().startsWith("sale:"))
                .forEach(event -> places.put(event.stream(), event.position()));
        return places;
    }
}
