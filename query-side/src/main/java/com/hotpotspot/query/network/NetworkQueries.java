package com.hotpotspot.query.network;

import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.query.projection.ProjectionName;
import com.hotpotspot.query.projection.Snapshots;
import com.hotpotspot.query.web.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers about the network and its nodes. */
@Component
public final class NetworkQueries {

    private static final String NODES = """
            select n.node, n.type, n.city, n.owner, n.active, n.sales, n.revenue_tetri, n.minted_units,
                   array(select t.terminal from terminal t
                         where t.node = n.node and t.authorised order by t.terminal) as terminals
            from node n
            """;

    private final JdbcClient jdbc;
    private final Snapshots snapshots;

    NetworkQueries(JdbcClient jdbc, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
    }

    /** What its answers are made from. */
    public ProjectionName projection() {
        return NetworkProjection.NAME;
    }

    public NetworkStatistics statistics() {
        return snapshots.read(
                NetworkProjection.NAME,
                position -> jdbc.sql("""
                            select w.*,
                                   (select count(*) from node) as nodes,
                                   (select count(*) from node where active) as active_nodes
                            from network w
                            """)
                        .query((row, number) -> statistics(row, position))
                        .single());
    }

    private static NetworkStatistics statistics(ResultSet row, long position) throws SQLException {
        String purpose = row.getString("purpose");
        long minted = row.getLong("minted_units");
        long burned = row.getLong("burned_units");
        long supply = Math.subtractExact(Math.addExact(row.getLong("genesis_units"), minted), burned);
        return new NetworkStatistics(
                purpose != null,
                purpose == null ? null : NetworkPurpose.valueOf(purpose),
                row.getLong("nodes"),
                row.getLong("active_nodes"),
                row.getLong("sales"),
                row.getLong("revenue_tetri"),
                row.getLong("refunded_tetri"),
                minted,
                burned,
                supply,
                position);
    }

    public Nodes nodes() {
        return snapshots.read(
                NetworkProjection.NAME,
                position -> new Nodes(
                        jdbc.sql(NODES + "order by n.node")
                                .query((row, number) -> node(row))
                                .list(),
                        position));
    }

    /** The node of that id, if the network has one. */
    public Optional<NodeSummary> node(NodeId node) {
        return snapshots.read(
                NetworkProjection.NAME,
                position -> jdbc.sql(NODES + "where n.node = ?")
                        .param(node.value())
                        .query((row, number) -> node(row))
                        .optional());
    }

    /** @throws Problem if there is no such node, or if no node could have such an id */
    public NodeSummary known(String nodeId) {
        return Optional.of(nodeId)
                .filter(text -> text.matches(NodeId.FORM))
                .flatMap(text -> node(new NodeId(text)))
                .orElseThrow(() -> Problem.of(UnknownCode.NODE_UNKNOWN, "The network has no such node."));
    }

    private static NodeSummary node(ResultSet row) throws SQLException {
        String[] terminals = (String[]) row.getArray("terminals").getArray();
        return new NodeSummary(
                new NodeId(row.getString("node")),
                NodeType.valueOf(row.getString("type")),
                new City(row.getString("city")),
                new OwnerId(row.getString("owner")),
                row.getBoolean("active"),
                Stream.of(terminals).map(TerminalId::new).toList(),
                row.getLong("sales"),
                row.getLong("revenue_tetri"),
                row.getLong("minted_units"));
    }
}
