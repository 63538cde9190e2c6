package com.hotpotspot.query.saledesk;

import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.BusinessDays;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.query.projection.KeptBusinessDays;
import com.hotpotspot.query.projection.Rows;
import com.hotpotspot.query.projection.Writes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one batch of events changes: new rows, and what became of earlier sales. */
final class DeskChanges {

    private final Map<SaleId, Change> changes = new LinkedHashMap<>();
    private final List<BusinessDaySet> newDays = new ArrayList<>();

    private BusinessDays businessDays;

    /** @param businessDays when days begin, by what was set before */
    DeskChanges(BusinessDays businessDays) {
        this.businessDays = businessDays;
    }

    /** From here on in the log days begin so. */
    void set(BusinessDaySet event) {
        businessDays = businessDays.with(event);
        newDays.add(event);
    }

    void recorded(SaleRecorded event, long position) {
        Change change = of(event.sale());
        change.sale = event;
        change.position = position;
        change.day = businessDays.dayOf(event.soldAt());
    }

    void voided(SaleVoided event) {
        of(event.sale()).voided = true;
    }

    void refunded(SaleRefunded event) {
        Change change = of(event.sale());
        change.refundedTetri =
                Math.addExact(change.refundedTetri, event.amountTetri().value());
    }

    private Change of(SaleId sale) {
        return changes.computeIfAbsent(sale, Change::new);
    }

    void writeTo(Writes writes) {
        newDays.forEach(set -> KeptBusinessDays.keep(writes, set));
        begin(writes, changes.values().stream().filter(Change::isNew).toList());
        takeBack(
                writes,
                changes.values().stream().filter(change -> !change.isNew()).toList());
    }

    private static void begin(Writes writes, List<Change> changes) {
        Rows.of(changes)
                .text(change -> change.id)
                .bigint(change -> change.position)
                .text(change -> change.sale().node())
                .text(change -> change.sale().number())
                .bigint(change -> change.sale().soldAt().toEpochMilli())
                .date(change -> Objects.requireNonNull(change.day))
                .bigint(change -> change.sale().totalTetri().value())
                .bigint(change -> change.refundedTetri)
                .text(Change::standing)
                .write(writes, """
                        insert into sale (
                            sale, position, node, number, sold_at, day, total_tetri, refunded_tetri, state)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """);
    }

    private static void takeBack(Writes writes, List<Change> changes) {
        Rows.of(changes)
                .text(change -> change.id)
                .bigint(change -> change.refundedTetri)
                .text(Change::standing)
                .writeEach(writes, """
                        update sale s
                        set refunded_tetri = s.refunded_tetri + e.refunded_tetri,
                            state          = case s.state when 'VOIDED' then s.state else e.state end
                        from unnest(?, ?, ?) as e (sale, refunded_tetri, state)
                        where s.sale = e.sale
                        """, "what became of sales that it does not hold");
    }

    /** What a batch knows of one sale. */
    private static final class Change {

        private final SaleId id;
        private @Nullable SaleRecorded sale;
        private long position;
        private @Nullable LocalDate day;
        private boolean voided;
        private long refundedTetri;

        private Change(SaleId id) {
            this.id = id;
        }

        private boolean isNew() {
            return sale != null;
        }

        private SaleRecorded sale() {
            return Objects.requireNonNull(sale);
        }

        /** Whatever came earlier or later: what was voided is taken back as a whole. */
        private Standing standing() {
            if (voided) {
                return Standing.VOIDED;
            }
            return refundedTetri == 0 ? Standing.RECORDED : Standing.REFUNDED;
        }
    }
}
