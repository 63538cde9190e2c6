package com.hotpotspot.query.trade;

import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.query.projection.Rows;
import com.hotpotspot.query.trade.TradeChanges.OpenRoyalty;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Writes which royalties can still be taken back. What the log's own time has left behind is dropped, by the latest
 * time of all that was recorded, so that the same rows are left wherever batches end.
 */
record RoyaltyRows(JdbcOperations jdbc) {

    /** @param closed sales whose royalty is final now, or is no more */
    void write(Collection<OpenRoyalty> opened, Set<SaleId> closed, Instant logTime) {
        Rows.of(opened)
                .text(OpenRoyalty::sale)
                .text(OpenRoyalty::node)
                .date(OpenRoyalty::day)
                .bigint(OpenRoyalty::units)
                .bigint(royalty -> royalty.voidableUntil().toEpochMilli())
                .write(jdbc, """
                        insert into open_royalty (sale, node, day, units, voidable_until)
                        select * from unnest(?, ?, ?, ?, ?)
                        """);
        Rows.of(closed).text(sale -> sale).write(jdbc, "delete from open_royalty where sale = any (?)");
        if (logTime.isAfter(Instant.EPOCH)) {
            jdbc.update("""
                            with log as (
                                update log_time set latest = greatest(latest, ?) returning latest)
                            delete from open_royalty using log where voidable_until <= log.latest
                            """, logTime.toEpochMilli());
        }
    }
}
