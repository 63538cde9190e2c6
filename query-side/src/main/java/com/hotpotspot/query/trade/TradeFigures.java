package com.hotpotspot.query.trade;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How trade went: sums, and what follows from them. */
public record TradeFigures(
        @Schema(description = "How many sales there were, without those that were voided.", example = "312")
        long sales,

        @Schema(description = "What they came to, in tetri (1 GEL = 100 tetri).", example = "734760")
        long revenueTetri,

        @Schema(
                description = "Revenue by sale, rounded half up to a tetri; null where nothing was sold.",
                example = "2355")
        @Nullable
        Long averageReceiptTetri,

        @Schema(description = "How many sales were voided.", example = "2")
        long voidedSales,

        @Schema(description = "What voided sales came to, in tetri (1 GEL = 100 tetri).", example = "1850")
        long voidedTetri,

        @Schema(description = "How many times money was given back, whenever the sales were made.", example = "1")
        long refunds,

        @Schema(description = "What was given back, in tetri (1 GEL = 100 tetri).", example = "500")
        long refundedTetri,

        @Schema(
                description = "What sales minted, voided ones as well, in units (1 token = 100 units).",
                example = "31400")
        long mintedUnits,

        @Schema(
                description = "Of that the shares of the nodes' owners, in units (1 token = 100 units).",
                example = "15072")
        long ownerUnits,

        @Schema(description = "Of that the shares of buyers, in units (1 token = 100 units).", example = "15386")
        long buyerUnits,

        @Schema(description = "Of that the founder's royalties, in units (1 token = 100 units).", example = "942")
        long royaltyUnits,

        @Schema(
                description = "What voids took back, all shares together, in units (1 token = 100 units).",
                example = "200")
        long burnedUnits,

        @Schema(
                description =
                        "Royalties that voids took back, in units (1 token = 100 units); a part of `burnedUnits`.",
                example = "6")
        long burnedRoyaltyUnits,

        @Schema(
                description = "Royalties that a void can still take back, in units (1 token = 100 units).",
                example = "36")
        long royaltyOwedUnits,

        @Schema(
                description = "Royalties that are final: minted, less burned and owed, in units (1 token = 100 units).",
                example = "900")
        long royaltyReceivedUnits) {

    static final TradeFigures NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0).figures();

    static TradeFigures of(ResultSet row) throws SQLException {
        return new Sums(
                        row.getLong("sales"),
                        row.getLong("revenue_tetri"),
                        row.getLong("voided_sales"),
                        row.getLong("voided_tetri"),
                        row.getLong("refunds"),
                        row.getLong("refunded_tetri"),
                        row.getLong("owner_units"),
                        row.getLong("buyer_units"),
                        row.getLong("royalty_units"),
                        row.getLong("burned_units"),
                        row.getLong("burned_royalty_units"),
                        row.getLong("owed_units"))
                .figures();
    }

    TradeFigures plus(TradeFigures other) {
        return new Sums(
                        Math.addExact(sales, other.sales),
                        Math.addExact(revenueTetri, other.revenueTetri),
                        Math.addExact(voidedSales, other.voidedSales),
                        Math.addExact(voidedTetri, other.voidedTetri),
                        Math.addExact(refunds, other.refunds),
                        Math.addExact(refundedTetri, other.refundedTetri),
                        Math.addExact(ownerUnits, other.ownerUnits),
                        Math.addExact(buyerUnits, other.buyerUnits),
                        Math.addExact(royaltyUnits, other.royaltyUnits),
                        Math.addExact(burnedUnits, other.burnedUnits),
                        Math.addExact(burnedRoyaltyUnits, other.burnedRoyaltyUnits),
                        Math.addExact(royaltyOwedUnits, other.royaltyOwedUnits))
                .figures();
    }

    /** From which all the figures follow. */
    private record Sums(
            long sales,
            long revenueTetri,
            long voidedSales,
            long voidedTetri,
            long refunds,
            long refundedTetri,
            long ownerUnits,
            long buyerUnits,
            long royaltyUnits,
            long burnedUnits,
            long burnedRoyaltyUnits,
            long owedUnits) {

        TradeFigures figures() {
            return new TradeFigures(
                    sales,
                    revenueTetri,
                    sales == 0 ? null : Ratios.average(revenueTetri, sales),
                    voidedSales,
                    voidedTetri,
                    refunds,
                    refundedTetri,
                    Math.addExact(Math.addExact(ownerUnits, buyerUnits), royaltyUnits),
                    ownerUnits,
                    buyerUnits,
                    royaltyUnits,
                    burnedUnits,
                    burnedRoyaltyUnits,
                    owedUnits,
                    Math.subtractExact(Math.subtractExact(royaltyUnits, burnedRoyaltyUnits), owedUnits));
        }
    }
}
