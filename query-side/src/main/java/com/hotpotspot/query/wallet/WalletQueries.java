package com.hotpotspot.query.wallet;

import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.query.projection.Snapshots;
import com.hotpotspot.query.wallet.WalletsByKind.Total;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers about wallets. */
@Component
final class WalletQueries {

    private final JdbcClient jdbc;
    private final Snapshots snapshots;

    WalletQueries(JdbcClient jdbc, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
    }

    /** From one snapshot of the database. */
    WalletsByKind byKind() {
        return snapshots.read(WalletsProjection.NAME, position -> WalletsByKind.of(kinds(jdbc), position));
    }

    /** Every kind, in the order in which they are declared. */
    static List<Total> kinds(JdbcClient jdbc) {
        Map<WalletKind, Total> totals = new EnumMap<>(WalletKind.class);
        jdbc.sql("""
                        select kind, count(*) as wallets, sum(units)::bigint as units
                        from wallet
                        group by kind
                        union all
                        select 'CHECK', wallets, units from checks
                        """)
                .query((row, number) -> new Total(
                        WalletKind.valueOf(row.getString("kind")), row.getLong("wallets"), row.getLong("units")))
                .list()
                .forEach(total -> totals.put(total.kind(), total));
        return Stream.of(WalletKind.values())
                .map(kind -> totals.getOrDefault(kind, new Total(kind, 0, 0)))
                .toList();
    }
}
