package com.hotpotspot.query.sale;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.query.projection.Writes;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers, from one batch to the next, the sale whose mint did not come with it. */
final class OpenSale {

    private final JdbcClient jdbc;

    OpenSale(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SoldOn> take() {
        return jdbc.sql("delete from open_sale returning sale, node, day")
                .query((row, number) -> new SoldOn(
                        new SaleId(row.getString("sale")),
                        new NodeId(row.getString("node")),
                        row.getObject("day", LocalDate.class)))
                .optional();
    }

    void put(SoldOn sale, Writes writes) {
        writes.add("""
                        insert into open_sale (sale, node, day) values (?, ?, ?)
                        on conflict (only_one) do update
                        set sale = excluded.sale, node = excluded.node, day = excluded.day
                        """, sale.sale().value(), sale.node().value(), sale.day());
    }
}
