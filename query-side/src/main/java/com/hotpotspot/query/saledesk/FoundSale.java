package com.hotpotspot.query.saledesk;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A sale in a list.
 *
 * @param position of the event that recorded it
 */
record FoundSale(
        SaleId saleId,
        NodeId nodeId,
        SaleNumber saleNumber,

        @Schema(description = "What became of it: REFUNDED as soon as anything was given back.", example = "RECORDED")
        Standing state,

        Instant soldAt,
        LocalDate day,
        long totalTetri,
        long refundedTetri,

        @Schema(description = "The position of the event that recorded it.", example = "4711")
        long position) {

    static FoundSale of(ResultSet row) throws SQLException {
        return new FoundSale(
                new SaleId(row.getString("sale")),
                new NodeId(row.getString("node")),
                new SaleNumber(row.getString("number")),
                Standing.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("sold_at")),
                row.getObject("day", LocalDate.class),
                row.getLong("total_tetri"),
                row.getLong("refunded_tetri"),
                row.getLong("position"));
    }
}
