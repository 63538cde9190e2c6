package com.hotpotspot.query.administration;

import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.DayBegin;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.query.administration.NetworkSettings.BusinessDayRule;
import com.hotpotspot.query.administration.NetworkSettings.Founding;
import com.hotpotspot.query.administration.NetworkSettings.VoidApproval;
import com.hotpotspot.query.administration.Terminals.KnownTerminal;
import com.hotpotspot.query.projection.Columns;
import com.hotpotspot.query.projection.Snapshots;
import com.hotpotspot.query.web.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers about what was decided for the network, its nodes and their terminals. */
@Component
final class AdministrationQueries {

    private static final String NODES = """
            select n.*, (select count(*) from terminal t where t.node = n.node and t.authorised) as terminals
            from node n
            """;

    private final JdbcClient jdbc;
    private final Snapshots snapshots;

    AdministrationQueries(JdbcClient jdbc, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
    }

    NetworkSettings settings() {
        return snapshots.read(AdministrationProjection.NAME, position -> {
            List<BusinessDayRule> days = days();
            return jdbc.sql("select * from network")
                    .query((row, number) -> new NetworkSettings(founding(row), voidApproval(row), days, position))
                    .single();
        });
    }

    private static @Nullable Founding founding(ResultSet row) throws SQLException {
        Instant at = Columns.time(row, "founded_at");
        return at == null
                ? null
                : new Founding(
                        new OwnerId(row.getString("founder")),
                        new WalletId(row.getString("founder_wallet")),
                        NetworkPurpose.valueOf(row.getString("purpose")),
                        row.getLong("founded"),
                        at);
    }

    private static @Nullable VoidApproval voidApproval(ResultSet row) throws SQLException {
        Instant at = Columns.time(row, "void_set_at");
        return at == null ? null : new VoidApproval(Tetri.of(row.getLong("void_above")), row.getLong("void_set"), at);
    }

    private List<BusinessDayRule> days() {
        return jdbc.sql("select * from business_day order by from_day desc limit ?")
                .param(NetworkSettings.MOST_RULES)
                .query((row, number) -> new BusinessDayRule(
                        new DayBegin(row.getString("begins_at")),
                        row.getObject("from_day", LocalDate.class),
                        row.getLong("set_by"),
                        Instant.ofEpochMilli(row.getLong("set_at"))))
                .list();
    }

    /**
     * Some of the nodes, by id.
     *
     * @param after only those whose id comes after this
     * @param limit how many at most
     */
    List<AdministeredNode> nodes(String after, int limit) {
        return snapshots.read(
                AdministrationProjection.NAME,
                position -> jdbc.sql(NODES + "where n.node > ? order by n.node limit ?")
                        .param(after)
                        .param(limit)
                        .query((row, number) -> AdministeredNode.of(row))
                        .list());
    }

    /**
     * Who owns a node, or founded the network, by id.
     *
     * @param limit how many at most
     */
    List<OwnerId> owners(int limit) {
        return snapshots.read(
                AdministrationProjection.NAME,
                position -> jdbc.sql("""
                                select owner from node
                                union select founder from network where founder is not null
                                order by owner limit ?
                                """)
                        .param(limit)
                        .query((row, number) -> new OwnerId(row.getString("owner")))
                        .list());
    }

    /** @throws Problem if there is no such node, or if no node could have such an id */
    AdministeredNode known(String nodeId) {
        return Optional.of(nodeId)
                .filter(text -> text.matches(NodeId.FORM))
                .flatMap(this::node)
                .orElseThrow(() -> Problem.of(UnknownCode.NODE_UNKNOWN, UnknownCode.NODE_UNKNOWN.meaning()));
    }

    private Optional<AdministeredNode> node(String nodeId) {
        return snapshots.read(
                AdministrationProjection.NAME,
                position -> jdbc.sql(NODES + "where n.node = ?")
                        .param(nodeId)
                        .query((row, number) -> AdministeredNode.of(row))
                        .optional());
    }

    /**
     * Some of the terminals of a node, by id.
     *
     * @param after only those whose id comes after this
     * @param limit how many at most
     */
    Terminals terminals(NodeId node, String after, int limit) {
        return snapshots.read(
                AdministrationProjection.NAME,
                position -> Terminals.of(
                        node,
                        jdbc.sql("select * from terminal where node = ? and terminal > ? order by terminal limit ?")
                                .param(node.value())
                                .param(after)
                                .param(limit)
                                .query((row, number) -> KnownTerminal.of(node, row))
                                .list(),
                        limit,
                        position));
    }
}
