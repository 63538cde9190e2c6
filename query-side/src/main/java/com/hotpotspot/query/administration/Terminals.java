package com.hotpotspot.query.administration;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.query.web.AsOf;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the terminals of a node, by id, as of a position of the log. */
public record Terminals(
        NodeId nodeId,

        @Schema(description = "The terminals, by id; also those that were revoked.")
        List<KnownTerminal> terminals,

        @Schema(description = "What to name in `after` to get the next ones; null after the last.", example = "TILL-1")
        @Nullable
        TerminalId next,

        @AsOf long position) {

    public Terminals {
        terminals = List.copyOf(terminals);
    }

    /** @param limit how many were asked for: fewer are the last */
    static Terminals of(NodeId node, List<KnownTerminal> terminals, int limit, long position) {
        return new Terminals(
                node,
                terminals,
                terminals.size() < limit ? null : terminals.getLast().terminalId(),
                position);
    }

    /** One terminal. */
    public record KnownTerminal(
            TerminalId terminalId,

            @Schema(description = "The account that it signs in with.", example = "till-4-vake-till-1")
            AccountId accountId,

            boolean authorised,

            @Schema(description = "The position since which it is so.", example = "4711")
            long since,

            @Schema(description = "When that was recorded, in UTC.", example = "2026-11-28T09:12:05.123Z")
            Instant sinceAt) {

        static KnownTerminal of(NodeId node, ResultSet row) throws SQLException {
            TerminalId terminal = new TerminalId(row.getString("terminal"));
            return new KnownTerminal(
                    terminal,
                    AccountId.of(node, terminal),
                    row.getBoolean("authorised"),
                    row.getLong("since"),
                    Instant.ofEpochMilli(row.getLong("since_at")));
        }
    }
}
