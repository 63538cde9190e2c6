package com.hotpotspot.query.witness;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.projection.Snapshots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what the scores are made of. */
@Component
final class WitnessFacts {

    private final JdbcClient jdbc;
    private final Snapshots snapshots;

    WitnessFacts(JdbcClient jdbc, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
    }

    AsOf now() {
        return snapshots.read(WitnessProjection.NAME, position -> {
            List<NodeFacts> nodes =
                    jdbc.sql("""
                            select n.node, n.city, coalesce(d.sales, 0) as sales, d.first_day,
                                   coalesce(d.active_days, 0) as active_days, coalesce(d.squares, 0) as squares,
                                   coalesce(i.items, 0) as items, coalesce(w.units, 0) as owner_units
                            from node n
                            left join (select node, sum(sales)::bigint as sales, min(day) as first_day,
                                              count(*) as active_days, sum(sales * sales)::bigint as squares
                                       from node_day where sales > 0 group by node) d using (node)
                            left join (select node, count(*) as items
                                       from node_item where quantity > 0 group by node) i using (node)
                            left join wallet w on w.wallet = n.owner_wallet
                            where n.active
                            order by n.node
                            """).query((row, number) -> node(row)).list();
            long supply = jdbc.sql("select genesis_units + minted_units - burned_units from network")
                    .query(Long.class)
                    .single();
            return new AsOf(nodes, NetworkFacts.of(nodes, supply), position);
        });
    }

    private static NodeFacts node(ResultSet row) throws SQLException {
        return new NodeFacts(
                new NodeId(row.getString("node")),
                new City(row.getString("city")),
                row.getLong("sales"),
                row.getObject("first_day", LocalDate.class),
                row.getLong("active_days"),
                row.getLong("squares"),
                row.getLong("items"),
                row.getLong("owner_units"));
    }

    /**
     * The active nodes, by id.
     *
     * @param position up to which position of the log all this is so, or {@link EventLog#EMPTY}
     */
    record AsOf(List<NodeFacts> nodes, NetworkFacts network, long position) {

        List<ScoredNode> scored() {
            return nodes.stream().map(node -> ScoredNode.of(node, network)).toList();
        }
    }
}
