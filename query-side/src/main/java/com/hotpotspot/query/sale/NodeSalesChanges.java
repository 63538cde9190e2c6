package com.hotpotspot.query.sale;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.query.projection.Rows;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;

/** What one batch of events adds to node-days and their items, summed up so that each table is written once. */
final class NodeSalesChanges {

    private final Map<SaleId, SoldOn> sales = new HashMap<>();
    private final Map<NodeDay, Totals> days = new LinkedHashMap<>();
    private final Map<ItemOfDay, ItemTotals> items = new LinkedHashMap<>();

    /** Tells of a sale that an earlier batch has counted. */
    void continueWith(SoldOn sale) {
        sales.put(sale.sale(), sale);
    }

    void sold(SaleRecorded event) {
        SoldOn sale = SoldOn.of(event);
        sales.put(sale.sale(), sale);
        NodeDay day = new NodeDay(sale.node(), sale.day());
        Totals totals = of(day);
        totals.sales++;
        totals.revenueTetri =
                Math.addExact(totals.revenueTetri, event.totalTetri().value());
        event.items().forEach(item -> sold(day, item));
    }

    private void sold(NodeDay day, SaleItem item) {
        ItemTotals totals = items.computeIfAbsent(new ItemOfDay(day, item.code()), key -> new ItemTotals());
        totals.name = item.name();
        totals.category = item.category();
        totals.quantity = Math.addExact(totals.quantity, (long) item.quantity());
        totals.revenueTetri = Math.addExact(totals.revenueTetri, item.amount().value());
    }

    void minted(TokensMinted event) {
        SoldOn sale = sales.get(event.sale());
        if (sale == null) {
            throw new IllegalStateException(
                    "tokens were minted for sale %s, which does not precede them in the log".formatted(event.sale()));
        }
        Totals totals = of(new NodeDay(sale.node(), sale.day()));
        totals.mintedUnits =
                Math.addExact(totals.mintedUnits, event.mintedUnits().value());
    }

    private Totals of(NodeDay day) {
        return days.computeIfAbsent(day, key -> new Totals());
    }

    void writeTo(JdbcOperations jdbc) {
        Rows.of(days.entrySet())
                .text(day -> day.getKey().node())
                .date(day -> day.getKey().day())
                .bigint(day -> day.getValue().sales)
                .bigint(day -> day.getValue().revenueTetri)
                .bigint(day -> day.getValue().mintedUnits)
                .write(jdbc, """
                        insert into q_node_sales_v1.node_day as d (node, day, sales, revenue_tetri, minted_units)
                        select * from unnest(?, ?, ?, ?, ?)
                        on conflict (node, day) do update
                        set sales         = d.sales + excluded.sales,
                            revenue_tetri = d.revenue_tetri + excluded.revenue_tetri,
                            minted_units  = d.minted_units + excluded.minted_units
                        """);
        Rows.of(items.entrySet())
                .text(item -> item.getKey().day().node())
                .date(item -> item.getKey().day().day())
                .text(item -> item.getKey().code())
                .text(item -> item.getValue().name)
                .text(item -> item.getValue().category)
                .bigint(item -> item.getValue().quantity)
                .bigint(item -> item.getValue().revenueTetri)
                .write(jdbc, """
                        insert into q_node_sales_v1.node_day_item as i
                            (node, day, code, name, category, quantity, revenue_tetri)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?)
                        on conflict (node, day, code) do update
                        set name          = excluded.name,
                            category      = excluded.category,
                            quantity      = i.quantity + excluded.quantity,
                            revenue_tetri = i.revenue_tetri + excluded.revenue_tetri
                        """);
    }

    private record NodeDay(NodeId node, LocalDate day) {}

    private record ItemOfDay(NodeDay day, String code) {}

    private static final class Totals {
        long sales;
        long revenueTetri;
        long mintedUnits;
    }

    private static final class ItemTotals {
        String name = "";
        String category = "";
        long quantity;
        long revenueTetri;
    }
}
