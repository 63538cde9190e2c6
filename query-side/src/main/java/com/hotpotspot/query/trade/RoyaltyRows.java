package com.hotpotspot.query.trade;

import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.query.projection.Rows;
import com.hotpotspot.query.projection.Writes;
import com.hotpotspot.query.trade.TradeChanges.OpenRoyalty;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/**
 * Writes which royalties can still be taken back. What the log's own time has left behind is dropped, by the latest
 * time of all that was recorded, so that the same rows are left wherever batches end. What is open is also summed up.
 */
record RoyaltyRows(Writes writes) {

    /** How long a slot is in which they are summed up. */
    static final long SLOT_MILLIS = 10_000;

    private static final String SLOTS =
            "select node, day, voidable_until / " + SLOT_MILLIS + " as slot, sum(units)::bigint as units from ";

    private static final String TAKE_OFF = """
            merge into owed o
            using (%sgone group by node, day, slot) s
               on o.node = s.node and o.day = s.day and o.slot = s.slot
            when matched and o.units = s.units then delete
            when matched then update set units = o.units - s.units
            """.formatted(SLOTS);

    /** @param closed sales whose royalty is final now, or is no more */
    void write(Collection<OpenRoyalty> opened, Set<SaleId> closed, Instant logTime) {
        Rows.of(opened)
                .text(OpenRoyalty::sale)
                .text(OpenRoyalty::node)
                .date(OpenRoyalty::day)
                .bigint(OpenRoyalty::units)
                .bigint(royalty -> royalty.voidableUntil().toEpochMilli())
                .write(writes, """
                        with opened as (
                            insert into open_royalty (sale, node, day, units, voidable_until)
                            select * from unnest(?, ?, ?, ?, ?)
                            returning node, day, units, voidable_until)
                        insert into owed as o (node, day, slot, units)
                        %sopened group by node, day, slot
                        on conflict (node, day, slot) do update set units = o.units + excluded.units
                        """.formatted(SLOTS));
        Rows.of(closed).text(sale -> sale).write(writes, """
                        with gone as (
                            delete from open_royalty where sale = any (?) returning node, day, units, voidable_until)
                        """ + TAKE_OFF);
        if (logTime.isAfter(Instant.EPOCH)) {
            writes.add("""
                            with log as (
                            update log_time set latest = greatest(latest, ?) returning latest),
                        gone as (
                            delete from open_royalty using log where voidable_until <= log.latest
                            returning node, day, units, voidable_until)
                        """ + TAKE_OFF, logTime.toEpochMilli());
        }
    }
}
