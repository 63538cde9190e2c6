package com.hotpotspot.query.saledesk;

import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.query.projection.ParkedEvents;
import com.hotpotspot.query.projection.Snapshots;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds sales. */
@Component
final class SaleDesk {

    private final JdbcClient jdbc;
    private final Snapshots snapshots;
    private final ParkedEvents parkedEvents;

    SaleDesk(JdbcClient jdbc, Snapshots snapshots, ParkedEvents parkedEvents) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
        this.parkedEvents = parkedEvents;
    }

    /** What is looked for, from its beginning or from where an earlier answer ended. */
    FoundSales find(Wanted wanted) {
        Map<String, Object> parameters = new HashMap<>(wanted.filter().parameters());
        parameters.put("limit", wanted.limit() + 1);
        if (wanted.after() != null) {
            parameters.putAll(wanted.after().parameters());
        }
        return snapshots.read(
                SaleDeskProjection.NAME,
                position -> FoundSales.of(
                        jdbc.sql(sql(wanted))
                                .params(parameters)
                                .query((row, number) -> FoundSale.of(row))
                                .list(),
                        wanted.limit(),
                        position));
    }

    /**
     * Where not all nodes may be looked into, as many as are wanted are taken of each, read in order, so that what
     * there is at other nodes costs nothing.
     */
    static String sql(Wanted wanted) {
        SaleFilter filter = wanted.filter();
        String sales = " from " + filter.table() + " s where " + filter.conditions()
                + (wanted.after() == null ? "" : " and " + wanted.order().later());
        String first = " order by " + wanted.order().columns() + " limit :limit";
        return filter.nodes() == null
                ? "select *" + sales + first
                : "select s.* from unnest(cast(:nodes as text[])) as n (id) cross join lateral (select *" + sales
                        + " and s.node = n.id" + first + ") s" + first;
    }

    /** A sale as a list shows it. */
    Optional<FoundSale> sale(SaleId sale) {
        return snapshots.read(
                SaleDeskProjection.NAME,
                position -> jdbc.sql("select * from sale where sale = ?")
                        .param(sale.value())
                        .query((row, number) -> FoundSale.of(row))
                        .optional());
    }

    /** How many events it could not take in, and is without. */
    long parked() {
        return parkedEvents.count(SaleDeskProjection.NAME);
    }
}
