package com.hotpotspot.query.sale;

import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.BusinessDays;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.query.projection.Rows;
import java.time.Instant;
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

    private BusinessDays businessDays;

    /** @param businessDays when days begin, by what was set before */
    NodeSalesChanges(BusinessDays businessDays) {
        this.businessDays = businessDays;
    }

    /** From here on in the log days begin so. */
    void set(BusinessDaySet event) {
        businessDays = businessDays.with(event);
    }

    /** Where and when a sale counts. */
    SoldOn soldOn(SaleRecorded event) {
        return SoldOn.of(event, businessDays);
    }

    /** Tells of a sale that an earlier batch has counted. */
    void continueWith(SoldOn sale) {
        sales.put(sale.sale(), sale);
    }

    void sold(SaleRecorded event) {
        SoldOn sale = soldOn(event);
        sales.put(sale.sale(), sale);
        NodeDay day = new NodeDay(sale.node(), sale.day());
        Totals totals = of(day);
        totals.sales++;
        totals.revenueTetri =
                Math.addExact(totals.revenueTetri, event.totalTetri().value());
        event.items().forEach(item -> sold(day, item));
    }

    private void sold(NodeDay day, SaleItem item) {
        ItemTotals totals = of(day, item);
        totals.name = item.name();
        totals.category = item.category();
        totals.quantity = Math.addExact(totals.quantity, (long) item.quantity());
        totals.revenueTetri = Math.addExact(totals.revenueTetri, item.amount().value());
    }

    private ItemTotals of(NodeDay day, SaleItem item) {
        return items.computeIfAbsent(
                new ItemOfDay(day, item.code()), key -> new ItemTotals(item.name(), item.category()));
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

    /** It no longer counts as a sale of its day; what it minted is burned, all of it. */
    void voided(SaleVoided event, SaleRecorded recorded, TokensMinted minted) {
        NodeDay day = new NodeDay(event.node(), businessDays.dayOf(event.soldAt()));
        Totals totals = of(day);
        totals.sales--;
        totals.voidedSales++;
        totals.revenueTetri =
                Math.subtractExact(totals.revenueTetri, event.totalTetri().value());
        totals.burnedUnits =
                Math.addExact(totals.burnedUnits, minted.mintedUnits().value());
        recorded.items().forEach(item -> takenBack(day, item));
    }

    private void takenBack(NodeDay day, SaleItem item) {
        ItemTotals totals = of(day, item);
        totals.quantity = Math.subtractExact(totals.quantity, (long) item.quantity());
        totals.revenueTetri =
                Math.subtractExact(totals.revenueTetri, item.amount().value());
    }

    void refunded(SaleRefunded event, Instant at) {
        Totals totals = of(new NodeDay(event.node(), businessDays.dayOf(at)));
        totals.refundedTetri =
                Math.addExact(totals.refundedTetri, event.amountTetri().value());
    }

    private Totals of(NodeDay day) {
        return days.computeIfAbsent(day, key -> new Totals());
    }

    void writeTo(JdbcOperations jdbc) {
        Rows.of(days.entrySet())
                .text(day -> day.getKey().node())
                .date(day -> day.getKey().day())
                .bigint(day -> day.getValue().sales)
                .bigint(day -> day.getValue().voidedSales)
                .bigint(day -> day.getValue().revenueTetri)
                .bigint(day -> day.getValue().refundedTetri)
                .bigint(day -> day.getValue().mintedUnits)
                .bigint(day -> day.getValue().burnedUnits)
                .write(jdbc, """
                        insert into q_node_sales_v3.node_day as d (
                            node, day, sales, voided_sales, revenue_tetri, refunded_tetri, minted_units, burned_units)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (node, day) do update
                        set sales          = d.sales + excluded.sales,
                            voided_sales   = d.voided_sales + excluded.voided_sales,
                            revenue_tetri  = d.revenue_tetri + excluded.revenue_tetri,
                            refunded_tetri = d.refunded_tetri + excluded.refunded_tetri,
                            minted_units   = d.minted_units + excluded.minted_units,
                            burned_units   = d.burned_units + excluded.burned_units
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
                        insert into q_node_sales_v3.node_day_item as i
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
        long voidedSales;
        long revenueTetri;
        long refundedTetri;
        long mintedUnits;
        long burnedUnits;
    }

    private static final class ItemTotals {
        String name;
        String category;
        long quantity;
        long revenueTetri;

        ItemTotals(String name, String category) {
            this.name = name;
            this.category = category;
        }
    }
}
