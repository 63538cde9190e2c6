package com.hotpotspot.query.trade;

import com.hotpotspot.query.projection.Snapshots;
import java.sql.Types;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers about what was taken back. */
@Component
final class ReversalQueries {

    private final JdbcClient jdbc;
    private final Snapshots snapshots;

    ReversalQueries(JdbcClient jdbc, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
    }

    /** @param limit how many at most */
    Reversals list(AskedReversals asked, int limit) {
        return snapshots.read(TradeProjection.NAME, position -> {
            List<Reversal> rows = rows(asked, limit + 1);
            boolean more = rows.size() > limit;
            List<Reversal> page = more ? rows.subList(0, limit) : rows;
            return new Reversals(page, more ? asked.order().cursor(page.getLast()) : null, position);
        });
    }

    private List<Reversal> rows(AskedReversals asked, int limit) {
        String after = asked.after();
        List<Long> place = after == null ? List.of(0L, 0L) : asked.order().place(after);
        String beyond = after == null ? "" : " and " + asked.order().beyond();
        return jdbc.sql("""
                        select * from reversal
                        where (:node::text is null or node = :node) and (:kind::text is null or kind = :kind)
                          and (:from::date is null or day >= :from) and (:to::date is null or day <= :to)""" + beyond + " order by " + asked.order().columns() + " limit :limit")
                .param("node", asked.node() == null ? null : asked.node().value(), Types.VARCHAR)
                .param("kind", asked.kind() == null ? null : asked.kind().name(), Types.VARCHAR)
                .param("from", asked.period().from(), Types.DATE)
                .param("to", asked.period().to(), Types.DATE)
                .param("amount", place.getFirst())
                .param("position", place.getLast())
                .param("limit", limit)
                .query((row, number) -> Reversal.of(row))
                .list();
    }
}
