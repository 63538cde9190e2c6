package com.hotpotspot.query.overview;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.layout.Figures;
import com.hotpotspot.query.sale.BestSeller;
import com.hotpotspot.query.sale.DaySales;
import com.hotpotspot.query.trade.Step;
import com.hotpotspot.query.trade.Today;
import com.hotpotspot.query.trade.TradeFigures;
import com.hotpotspot.query.trade.TradeReport;
import com.hotpotspot.query.trade.TradeReport.CategoryTrade;
import com.hotpotspot.query.trade.TradeReport.NodeTrade;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows of a period, in the order in which it is shown.
 *
 * @param today how today compares; null where another period is shown
 * @param lastDay the last day on which anything was sold; null where nothing was in the period or ever
 * @param step what the chart draws a bar for
 * @param days latest first; of the whole network none, whose page does not show them
 */
record TradeView(
        AskedPeriod asked,
        TradeReport report,
        @Nullable Today today,
        @Nullable LocalDate lastDay,
        HeatMap heatMap,
        Step step,
        RevenueChart chart,
        List<Item> bestSellers,
        List<DaySales> days) {

    static List<Item> items(List<BestSeller> best) {
        long most = best.stream().mapToLong(BestSeller::quantity).max().orElse(0);
        return best.stream()
                .map(item -> new Item(item, Figures.percent(item.quantity(), most)))
                .toList();
    }

    static List<DaySales> latestFirst(List<DaySales> days) {
        return days.stream()
                .sorted(Comparator.comparing(DaySales::day).reversed())
                .toList();
    }

    /** Public because templates call it, as those below are. */
    public TradeFigures totals() {
        return report.totals();
    }

    /** The node that it is about; null for the whole network. */
    public @Nullable NodeId node() {
        return report.nodeId();
    }

    /** @param others what nodes are called that are drawn together */
    public RevenueDrawing drawing(Figures figures, String others) {
        return RevenueDrawing.of(chart, figures, others);
    }

    /** Whether there are days to speak of. */
    public boolean isKnown() {
        return report.from() != null;
    }

    /** Nodes that have fallen silent, by id. */
    public List<NodeTrade> silent() {
        return report.nodes().stream()
                .filter(node -> node.silentSince() != null)
                .toList();
    }

    /** Nodes that minted a royalty. */
    public List<NodeTrade> royalties() {
        return report.nodes().stream()
                .filter(node -> node.figures().royaltyUnits() > 0)
                .toList();
    }

    /** How long a category's bar is beside that of the largest, from 0 to 100. */
    public long share(CategoryTrade category) {
        return Figures.percent(
                category.revenueTetri(), report.categories().getFirst().revenueTetri());
    }

    /** @param percent how long its bar is beside the best's */
    record Item(BestSeller sold, long percent) {}
}
