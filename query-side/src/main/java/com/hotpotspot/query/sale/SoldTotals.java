package com.hotpotspot.query.sale;

import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.projection.ProjectionName;
import com.hotpotspot.query.projection.Snapshots;
import com.hotpotspot.query.web.Problem;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often each total was sold, for whoever reckons what other rules would have made of it. */
@Component
public final class SoldTotals {

    /** Of so many different ones nobody waits for the answer. */
    private static final int MOST = 200_000;

    private final JdbcClient jdbc;
    private final Snapshots snapshots;

    SoldTotals(JdbcClient jdbc, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
    }

    /** What its answers are made from. */
    public ProjectionName projection() {
        return SalesRegisterProjection.NAME;
    }

    /**
     * Of each node each total for itself, without sales that were voided.
     *
     * @param from the first business day
     * @param to the last business day
     * @throws Problem if there are too many
     */
    public List<SoldTotal> between(LocalDate from, LocalDate to) {
        List<SoldTotal> totals = snapshots.read(
                SalesRegisterProjection.NAME,
                position -> jdbc.sql("""
                                select node, total_tetri, count(*) as sales,
                                       coalesce(sum(minted_units), 0)::bigint as minted_units
                                from sale
                                where day between :from and :to and void_position is null
                                group by node, total_tetri
                                limit :most
                                """)
                        .param("from", from)
                        .param("to", to)
                        .param("most", MOST + 1)
                        .query((row, number) -> new SoldTotal(
                                new NodeId(row.getString("node")),
                                Tetri.of(row.getLong("total_tetri")),
                                row.getLong("sales"),
                                Units.of(row.getLong("minted_units"))))
                        .list());
        if (totals.size() > MOST) {
            throw Problem.tookTooLong();
        }
        return totals;
    }

    /**
     * A total that sales of a node came to.
     *
     * @param sales how many
     * @param minted by all of them, all shares together
     */
    public record SoldTotal(NodeId node, Tetri total, long sales, Units minted) {}
}
