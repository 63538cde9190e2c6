package com.hotpotspot.query.wallet;

import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.query.projection.Snapshots;
import com.hotpotspot.query.wallet.WalletsByKind.Total;
import com.hotpotspot.query.web.Problem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * Some of them, by id, without those of checks.
     *
     * @param limit how many at most
     */
    Wallets wallets(AskedWallets asked, int limit) {
        WalletKind kind = asked.kind();
        return snapshots.read(WalletsProjection.NAME, position -> {
            JdbcClient.StatementSpec found = jdbc.sql("select * from wallet where wallet > :after "
                            + (kind == null ? "" : "and kind = :kind ")
                            + "order by wallet limit :limit")
                    .param("after", asked.after())
                    .param("limit", limit);
            return Wallets.of(
                    (kind == null ? found : found.param("kind", kind.name()))
                            .query((row, number) -> WalletReport.of(row))
                            .list(),
                    limit,
                    position);
        });
    }

    /** @throws Problem if there is no such wallet, or if no wallet could have such an id, or if it is a check's */
    KnownWallet known(String walletId) {
        return snapshots.read(
                WalletsProjection.NAME,
                position -> Optional.of(walletId)
                        .filter(text -> text.matches(WalletId.FORM))
                        .flatMap(this::wallet)
                        .map(wallet -> new KnownWallet(wallet, byKind().supplyUnits(), position))
                        .orElseThrow(
                                () -> Problem.of(UnknownCode.WALLET_UNKNOWN, UnknownCode.WALLET_UNKNOWN.meaning())));
    }

    private Optional<WalletReport> wallet(String walletId) {
        return jdbc.sql("select * from wallet where wallet = ?")
                .param(walletId)
                .query((row, number) -> WalletReport.of(row))
                .optional();
    }
}
