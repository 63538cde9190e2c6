package com.hotpotspot.query.trade;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.sale.CheckClaimed;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.query.projection.KeptBusinessDays;
import com.hotpotspot.query.projection.Projection;
import com.hotpotspot.query.projection.ProjectionName;
import com.hotpotspot.query.projection.Recorded;
import com.hotpotspot.query.projection.Writes;
import com.hotpotspot.query.trade.Reversed.Doing;
import com.hotpotspot.query.trade.TradeChanges.Beginning;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Keeps how trade went: what each node sold, took back and minted by hour and by category, each void and refund with
 * whose doing it was, and which royalties can still be taken back.
 */
@Component
final class TradeProjection extends Projection<TradeChanges> {

    static final ProjectionName NAME = new ProjectionName("trade", 2);

    private final KeptBusinessDays businessDays;
    private final EventLog log;

    /** @param log there is one only when the schemas are, which are made for the projections that there are */
    TradeProjection(JdbcOperations jdbc, @Lazy EventLog log) {
        super(NAME, jdbc);
        this.log = log;
        this.businessDays = new KeptBusinessDays(jdbc);
        onRecorded(BusinessDaySet.class, (changes, set, at) -> changes.set(set));
        onRecorded(
                SaleRecorded.class,
                (changes, sale, at) -> changes.at(at.recordedAt()).sold(sale));
        onRecorded(TokensMinted.class, this::mint);
        onRecorded(
                CheckClaimed.class,
                (changes, claim, at) -> changes.at(at.recordedAt()).claimed(claim.sale()));
        onRecorded(SaleVoided.class, this::takeBack);
        onRecorded(SaleRefunded.class, this::refund);
    }

    @Override
    protected TradeChanges begin() {
        return new TradeChanges(businessDays.read());
    }

    @Override
    protected void write(TradeChanges changes, Writes writes) {
        changes.writeTo(writes);
    }

    /** A sale and its mint are neighbours in the log, but the end of a batch may fall between them. */
    private void mint(TradeChanges changes, TokensMinted mint, Recorded at) {
        changes.at(at.recordedAt());
        if (!changes.hasJustSold(mint.sale())) {
            changes.soldBefore(beginning(mint.sale()).recorded());
        }
        changes.minted(mint);
    }

    /** What was sold and minted is told by the sale's own stream, if not by this batch; the log never changes. */
    private void takeBack(TradeChanges changes, SaleVoided voided, Recorded at) {
        Beginning beginning = changes.begun(voided.sale()).orElseGet(() -> beginning(voided.sale()));
        AccountId account = voided.askedBy() == null ? at.actor().orElse(null) : voided.askedBy();
        changes.at(at.recordedAt()).voided(voided, new Doing(at.position(), at.recordedAt(), account), beginning);
    }

    private void refund(TradeChanges changes, SaleRefunded refund, Recorded at) {
        changes.at(at.recordedAt())
                .refunded(
                        refund,
                        new Doing(at.position(), at.recordedAt(), at.actor().orElse(null)));
    }

    private Beginning beginning(SaleId sale) {
        List<StoredEvent> stored = log.readStream(sale.stream(), 0, 2);
        if (stored.size() == 2
                && stored.get(0).event() instanceof SaleRecorded recorded
                && stored.get(1).event() instanceof TokensMinted minted) {
            return new Beginning(recorded, minted);
        }
        throw new IllegalStateException("%s begins in another way than a sale".formatted(sale));
    }
}
