package com.hotpotspot.query.trade;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.projection.Rows;
import com.hotpotspot.query.projection.Writes;
import com.hotpotspot.query.trade.TradeChanges.CategoryTotals;
import com.hotpotspot.query.trade.TradeChanges.HourTotals;
import com.hotpotspot.query.trade.TradeChanges.NodeCategory;
import com.hotpotspot.query.trade.TradeChanges.NodeHour;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes what a batch sold and took back, each table at once. */
record TradeRows(Writes writes) {

    void write(
            Map<NodeHour, HourTotals> hours,
            Map<NodeCategory, CategoryTotals> categories,
            Map<NodeId, Instant> lastSales,
            List<Reversed> reversals) {
        writeHours(hours);
        writeCategories(categories);
        Rows.of(lastSales.entrySet())
                .text(Map.Entry::getKey)
                .bigint(last -> last.getValue().toEpochMilli())
                .write(writes, """
                        insert into last_sale as l (node, sold_at)
                        select * from unnest(?, ?)
                        on conflict (node) do update set sold_at = greatest(l.sold_at, excluded.sold_at)
                        """);
        Rows.of(reversals)
                .bigint(each -> each.doing().position())
                .text(Reversed::kind)
                .text(Reversed::node)
                .text(Reversed::sale)
                .date(Reversed::day)
                .bigint(each -> each.doing().at().toEpochMilli())
                .bigint(Reversed::amountTetri)
                .text(Reversed::terminal)
                .text(Reversed::reason)
                .text(each -> each.doing().account())
                .text(Reversed::approvedBy)
                .write(writes, """
                        insert into reversal (
                            position, kind, node, sale, day, at, amount_tetri, terminal, reason, account, approved_by)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """);
    }

    private void writeHours(Map<NodeHour, HourTotals> hours) {
        Rows.of(hours.entrySet())
                .text(hour -> hour.getKey().node())
                .date(hour -> hour.getKey().day())
                .bigint(hour -> (long) hour.getKey().hour())
                .bigint(hour -> hour.getValue().sales)
                .bigint(hour -> hour.getValue().revenueTetri)
                .bigint(hour -> hour.getValue().voidedSales)
                .bigint(hour -> hour.getValue().voidedTetri)
                .bigint(hour -> hour.getValue().refunds)
                .bigint(hour -> hour.getValue().refundedTetri)
                .bigint(hour -> hour.getValue().ownerUnits)
                .bigint(hour -> hour.getValue().buyerUnits)
                .bigint(hour -> hour.getValue().royaltyUnits)
                .bigint(hour -> hour.getValue().burnedUnits)
                .bigint(hour -> hour.getValue().burnedRoyaltyUnits)
                .write(writes, """
                        insert into node_hour as h (
                            node, day, hour, sales, revenue_tetri, voided_sales, voided_tetri, refunds, refunded_tetri,
                            owner_units, buyer_units, royalty_units, burned_units, burned_royalty_units)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (node, day, hour) do update
                        set sales                = h.sales + excluded.sales,
                            revenue_tetri        = h.revenue_tetri + excluded.revenue_tetri,
                            voided_sales         = h.voided_sales + excluded.voided_sales,
                            voided_tetri         = h.voided_tetri + excluded.voided_tetri,
                            refunds              = h.refunds + excluded.refunds,
                            refunded_tetri       = h.refunded_tetri + excluded.refunded_tetri,
                            owner_units          = h.owner_units + excluded.owner_units,
                            buyer_units          = h.buyer_units + excluded.buyer_units,
                            royalty_units        = h.royalty_units + excluded.royalty_units,
                            burned_units         = h.burned_units + excluded.burned_units,
                            burned_royalty_units = h.burned_royalty_units + excluded.burned_royalty_units
                        """);
    }

    private void writeCategories(Map<NodeCategory, CategoryTotals> categories) {
        Rows.of(categories.entrySet())
                .text(category -> category.getKey().node())
                .date(category -> category.getKey().day())
                .text(category -> category.getKey().category())
                .bigint(category -> category.getValue().quantity)
                .bigint(category -> category.getValue().grams)
                .bigint(category -> category.getValue().revenueTetri)
                .write(writes, """
                        insert into node_day_category as c (node, day, category, quantity, grams, revenue_tetri)
                        select * from unnest(?, ?, ?, ?, ?, ?)
                        on conflict (node, day, category) do update
                        set quantity      = c.quantity + excluded.quantity,
                            grams         = c.grams + excluded.grams,
                            revenue_tetri = c.revenue_tetri + excluded.revenue_tetri
                        """);
    }
}
