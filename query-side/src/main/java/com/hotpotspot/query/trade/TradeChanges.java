package com.hotpotspot.query.trade;

import com.hotpotspot.events.BusinessDay;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.BusinessDays;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.Takings;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.query.projection.KeptBusinessDays;
import com.hotpotspot.query.projection.Writes;
import com.hotpotspot.query.trade.Reversed.Doing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one batch of events changes, summed up so that each table is written once. */
final class TradeChanges {

    private final List<BusinessDaySet> newDays = new ArrayList<>();
    private final Map<NodeHour, HourTotals> hours = new LinkedHashMap<>();
    private final Map<NodeCategory, CategoryTotals> categories = new LinkedHashMap<>();
    private final Map<NodeId, Instant> lastSales = new LinkedHashMap<>();
    private final List<Reversed> reversals = new ArrayList<>();
    private final Map<SaleId, OpenRoyalty> opened = new LinkedHashMap<>();
    private final Set<SaleId> closed = new HashSet<>();
    private final Map<SaleId, Beginning> begun = new HashMap<>();

    private BusinessDays businessDays;
    private Instant logTime = Instant.EPOCH;

    /** The sale whose mint comes next. */
    private @Nullable SaleRecorded justSold;

    /** @param businessDays when days begin, by what was set before */
    TradeChanges(BusinessDays businessDays) {
        this.businessDays = businessDays;
    }

    /** What comes now was recorded then. */
    TradeChanges at(Instant recordedAt) {
        logTime = recordedAt.isAfter(logTime) ? recordedAt : logTime;
        return this;
    }

    /** From here on in the log days begin so. */
    void set(BusinessDaySet event) {
        businessDays = businessDays.with(event);
        newDays.add(event);
    }

    void sold(SaleRecorded sale) {
        justSold = sale;
        HourTotals totals = of(hour(sale.node(), sale.soldAt()));
        totals.sales++;
        totals.revenueTetri =
                Math.addExact(totals.revenueTetri, sale.totalTetri().value());
        addCategories(sale, 1);
        lastSales.merge(sale.node(), sale.soldAt(), (one, other) -> one.isAfter(other) ? one : other);
    }

    boolean hasJustSold(SaleId sale) {
        return justSold != null && justSold.sale().equals(sale);
    }

    /** A batch before has counted it. */
    void soldBefore(SaleRecorded sale) {
        justSold = sale;
    }

    /** Of the sale that came before. */
    void minted(TokensMinted mint) {
        SaleRecorded sale = justSold;
        justSold = null;
        if (sale == null) {
            throw new IllegalStateException("nothing was sold that minted for " + mint.sale());
        }
        begun.put(mint.sale(), new Beginning(sale, mint));
        NodeHour hour = hour(sale.node(), sale.soldAt());
        HourTotals totals = of(hour);
        totals.ownerUnits = Math.addExact(totals.ownerUnits, mint.ownerUnits().value());
        totals.buyerUnits = Math.addExact(totals.buyerUnits, mint.buyerUnits().value());
        totals.royaltyUnits =
                Math.addExact(totals.royaltyUnits, mint.royaltyUnits().value());
        if (mint.royaltyUnits().value() > 0) {
            opened.put(
                    mint.sale(),
                    new OpenRoyalty(
                            mint.sale(),
                            sale.node(),
                            hour.day(),
                            mint.royaltyUnits().value(),
                            mint.voidableUntil()));
        }
    }

    /** A claim ends the void window. */
    void claimed(SaleId sale) {
        close(sale);
    }

    /** How a sale began, if that was in this batch. */
    Optional<Beginning> begun(SaleId sale) {
        return Optional.ofNullable(begun.get(sale));
    }

    /** It no longer counts as a sale of its hour; what it minted is burned, all of it. */
    void voided(SaleVoided event, Doing doing, Beginning beginning) {
        TokensMinted minted = beginning.minted();
        NodeHour hour = hour(event.node(), event.soldAt());
        long tetri = event.totalTetri().value();
        HourTotals totals = of(hour);
        totals.sales--;
        totals.revenueTetri = Math.subtractExact(totals.revenueTetri, tetri);
        totals.voidedSales++;
        totals.voidedTetri = Math.addExact(totals.voidedTetri, tetri);
        totals.burnedUnits =
                Math.addExact(totals.burnedUnits, minted.mintedUnits().value());
        totals.burnedRoyaltyUnits =
                Math.addExact(totals.burnedRoyaltyUnits, minted.royaltyUnits().value());
        addCategories(beginning.recorded(), -1);
        close(event.sale());
        reversals.add(Reversed.of(event, hour.day(), doing));
    }

    /** It counts when the money is given back. */
    void refunded(SaleRefunded event, Doing doing) {
        NodeHour hour = hour(event.node(), doing.at());
        HourTotals totals = of(hour);
        totals.refunds++;
        totals.refundedTetri =
                Math.addExact(totals.refundedTetri, event.amountTetri().value());
        reversals.add(Reversed.of(event, hour.day(), doing));
    }

    private void close(SaleId sale) {
        opened.remove(sale);
        closed.add(sale);
    }

    /** @param sign −1 for what is taken back */
    private void addCategories(SaleRecorded sale, long sign) {
        LocalDate day = businessDays.dayOf(sale.soldAt());
        List<Tetri> takings = Takings.byItem(sale);
        for (int i = 0; i < takings.size(); i++) {
            SaleItem item = sale.items().get(i);
            CategoryTotals totals = categories.computeIfAbsent(
                    new NodeCategory(sale.node(), day, item.category()), key -> new CategoryTotals());
            totals.quantity = Math.addExact(totals.quantity, sign * item.pieces());
            totals.grams = Math.addExact(totals.grams, sign * item.grams());
            totals.revenueTetri =
                    Math.addExact(totals.revenueTetri, sign * takings.get(i).value());
        }
    }

    private NodeHour hour(NodeId node, Instant at) {
        return new NodeHour(
                node, businessDays.dayOf(at), at.atZone(BusinessDay.ZONE).getHour());
    }

    private HourTotals of(NodeHour hour) {
        return hours.computeIfAbsent(hour, key -> new HourTotals());
    }

    void writeTo(Writes writes) {
        newDays.forEach(set -> KeptBusinessDays.keep(writes, set));
        new TradeRows(writes).write(hours, categories, lastSales, reversals);
        new RoyaltyRows(writes).write(opened.values(), closed, logTime);
    }

    /** The events with which every sale begins. */
    record Beginning(SaleRecorded recorded, TokensMinted minted) {}

    /** @param hour of the clock in Tbilisi */
    record NodeHour(NodeId node, LocalDate day, int hour) {}

    record NodeCategory(NodeId node, LocalDate day, String category) {}

    record OpenRoyalty(SaleId sale, NodeId node, LocalDate day, long units, Instant voidableUntil) {}

    static final class HourTotals {
        long sales;
        long revenueTetri;
        long voidedSales;
        long voidedTetri;
        long refunds;
        long refundedTetri;
        long ownerUnits;
        long buyerUnits;
        long royaltyUnits;
        long burnedUnits;
        long burnedRoyaltyUnits;
    }

    static final class CategoryTotals {
        long quantity;
        long grams;
        long revenueTetri;
    }
}
