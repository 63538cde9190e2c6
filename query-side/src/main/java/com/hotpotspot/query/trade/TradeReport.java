package com.hotpotspot.query.trade;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.web.AsOf;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How trade went in a period, at one node or at all.
 *
 * @param nodeId null for the whole network
 */
public record TradeReport(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NodeId nodeId,

        @Schema(
                description = "The first business day; null where no period was asked for and nothing was ever sold.",
                example = "2026-11-01")
        @Nullable
        LocalDate from,

        @Schema(description = "The last business day; null where `from` is.", example = "2026-11-28") @Nullable
        LocalDate to,

        @Schema(description = "All of it together.") TradeFigures totals,

        @Schema(description = "Weekdays and hours in which something was sold, in order.")
        List<WeekHour> hours,

        @Schema(description = "The nodes that the answer is about, by id.")
        List<NodeTrade> nodes,

        @Schema(description = "Cities with the nodes that the answer is about, by name.")
        List<CityTrade> cities,

        @Schema(description = "The 50 categories with the largest revenue.")
        List<CategoryTrade> categories,

        @AsOf long position) {

    /** What was sold on a weekday in an hour, on all such days of the period together. */
    public record WeekHour(
            @Schema(
                    description = "The weekday of the business day, counted from 1 for Monday to 7 for Sunday.",
                    example = "5")
            int weekday,

            @Schema(description = "The hour of the clock in Tbilisi, a number from 0 to 23.", example = "19")
            int hour,

            @Schema(description = "How many sales there were, without those that were voided.", example = "41")
            long sales,

            @Schema(description = "What they came to, in tetri (1 GEL = 100 tetri).", example = "96555")
            long revenueTetri) {}

    /** A node's part. */
    public record NodeTrade(
            NodeId nodeId,
            City city,
            boolean active,

            @Schema(
                    description =
                            "When a node sold last that has fallen silent: since then a whole hour has passed in which it usually sells. Null for all others.",
                    example = "2026-11-28T09:12:05Z")
            @Nullable
            Instant silentSince,

            @Schema(description = "What the node did in the period.")
            TradeFigures figures) {}

    /** A city's part. */
    public record CityTrade(
            City city,

            @Schema(description = "What the nodes there did in the period.")
            TradeFigures figures) {}

    /** A category's part. */
    public record CategoryTrade(
            @Schema(description = "The category, as tills name it.", example = "Dumplings")
            String category,

            @Schema(description = "How many pieces of what is counted.", example = "120")
            long quantity,

            @Schema(description = "How many grams of what is weighed.", example = "0")
            long grams,

            @Schema(description = "Revenue less discounts, in tetri (1 GEL = 100 tetri).", example = "21600")
            long revenueTetri) {}
}
