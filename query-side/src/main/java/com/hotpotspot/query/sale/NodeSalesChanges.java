package com.hotpotspot.query.sale;

import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.BusinessDays;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.Takings;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.query.projection.KeptBusinessDays;
import com.hotpotspot.query.projection.Rows;
import com.hotpotspot.query.projection.Writes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one batch of events adds to node-days and their items, summed up so that each table is written once. */
final class NodeSalesChanges {

    private final OpenSale openSale;
    private final List<BusinessDaySet> newDays = new ArrayList<>();
    private final Map<NodeDay, Totals> days = new LinkedHashMap<>();
    private final Map<ItemOfDay, ItemTotals> items = new LinkedHashMap<>();

    private BusinessDays businessDays;

    /** The sale that was recorded last, while its mint has not come. */
    private @Nullable SoldOn open;

    /**
     * @param businessDays when days begin, by what was set before
     * @param openSale tells of a sale that an earlier batch has counted, and remembers one for the next
     */
    NodeSalesChanges(BusinessDays businessDays, OpenSale openSale) {
        this.businessDays = businessDays;
        this.openSale = openSale;
    }

    /** From here on in the log days begin so. */
    void set(BusinessDaySet event) {
        businessDays = businessDays.with(event);
        newDays.add(event);
    }

    void sold(SaleRecorded event) {
        SoldOn sale = SoldOn.of(event, businessDays);
        open = sale;
        NodeDay day = new NodeDay(sale.node(), sale.day());
        Totals totals = of(day);
        totals.sales++;
        totals.revenueTetri =
                Math.addExact(totals.revenueTetri, event.totalTetri().value());
        add(event, 1, totals);
        addItems(day, event, 1);
        for (SaleItem item : event.items()) {
            ItemTotals last = of(day, item);
            last.name = item.name();
            last.category = item.category();
        }
    }

    /** @param sign −1 for what is taken back */
    private static void add(SaleRecorded sale, long sign, Totals totals) {
        totals.discountTetri = Math.addExact(
                totals.discountTetri, sign * Takings.discounts(sale).value());
        totals.tipTetri =
                Math.addExact(totals.tipTetri, sign * Takings.tip(sale).value());
    }

    private void addItems(NodeDay day, SaleRecorded sale, long sign) {
        List<Tetri> takings = Takings.byItem(sale);
        for (int i = 0; i < takings.size(); i++) {
            SaleItem item = sale.items().get(i);
            ItemTotals totals = of(day, item);
            totals.quantity = Math.addExact(totals.quantity, sign * item.pieces());
            totals.grams = Math.addExact(totals.grams, sign * item.grams());
            totals.revenueTetri =
                    Math.addExact(totals.revenueTetri, sign * takings.get(i).value());
        }
    }

    private ItemTotals of(NodeDay day, SaleItem item) {
        return items.computeIfAbsent(
                new ItemOfDay(day, item.code()), key -> new ItemTotals(item.name(), item.category()));
    }

    /** The events of a sale are neighbours in the log, so only the first of a batch can be parted from its sale. */
    void minted(TokensMinted event) {
        SoldOn sale = open == null ? openSale.take().orElse(null) : open;
        open = null;
        if (sale == null || !sale.sale().equals(event.sale())) {
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
        add(recorded, -1, totals);
        addItems(day, recorded, -1);
    }

    void refunded(SaleRefunded event, Instant at) {
        Totals totals = of(new NodeDay(event.node(), businessDays.dayOf(at)));
        totals.refundedTetri =
                Math.addExact(totals.refundedTetri, event.amountTetri().value());
    }

    private Totals of(NodeDay day) {
        return days.computeIfAbsent(day, key -> new Totals());
    }

    void writeTo(Writes writes) {
        newDays.forEach(set -> KeptBusinessDays.keep(writes, set));
        if (open != null) {
            openSale.put(open, writes);
        }
        Rows.of(days.entrySet())
                .text(day -> day.getKey().node())
                .date(day -> day.getKey().day())
                .bigint(day -> day.getValue().sales)
                .bigint(day -> day.getValue().voidedSales)
                .bigint(day -> day.getValue().revenueTetri)
                .bigint(day -> day.getValue().refundedTetri)
                .bigint(day -> day.getValue().mintedUnits)
                .bigint(day -> day.getValue().burnedUnits)
                .bigint(day -> day.getValue().discountTetri)
                .bigint(day -> day.getValue().tipTetri)
                .write(writes, """
                        insert into node_day as d (
                            node, day, sales, voided_sales, revenue_tetri, refunded_tetri, minted_units, burned_units,
                            discount_tetri, tip_tetri)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (node, day) do update
                        set sales          = d.sales + excluded.sales,
                            voided_sales   = d.voided_sales + excluded.voided_sales,
                            revenue_tetri  = d.revenue_tetri + excluded.revenue_tetri,
                            refunded_tetri = d.refunded_tetri + excluded.refunded_tetri,
                            minted_units   = d.minted_units + excluded.minted_units,
                            burned_units   = d.burned_units + excluded.burned_units,
                            discount_tetri = d.discount_tetri + excluded.discount_tetri,
                            tip_tetri      = d.tip_tetri + excluded.tip_tetri
                        """);
        writeItems(writes);
    }

    private void writeItems(Writes writes) {
        Rows.of(items.entrySet())
                .text(item -> item.getKey().day().node())
                .date(item -> item.getKey().day().day())
                .text(item -> item.getKey().code())
                .text(item -> item.getValue().name)
                .text(item -> item.getValue().category)
                .bigint(item -> item.getValue().quantity)
                .bigint(item -> item.getValue().grams)
                .bigint(item -> item.getValue().revenueTetri)
                .write(writes, """
                        insert into node_day_item as i
                            (node, day, code, name, category, quantity, grams, revenue_tetri)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (node, day, code) do update
                        set name          = excluded.name,
                            category      = excluded.category,
                            quantity      = i.quantity + excluded.quantity,
                            grams         = i.grams + excluded.grams,
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
        long discountTetri;
        long tipTetri;
    }

    private static final class ItemTotals {
        String name;
        String category;
        long quantity;
        long grams;
        long revenueTetri;

        ItemTotals(String name, String category) {
            this.name = name;
            this.category = category;
        }
    }
}
