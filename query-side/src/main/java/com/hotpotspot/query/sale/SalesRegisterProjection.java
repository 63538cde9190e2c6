package com.hotpotspot.query.sale;

import com.hotpotspot.events.Event;
import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.BusinessDays;
import com.hotpotspot.events.sale.CheckClaimed;
import com.hotpotspot.events.sale.CheckExpired;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.query.projection.KeptBusinessDays;
import com.hotpotspot.query.projection.Projection;
import com.hotpotspot.query.projection.ProjectionName;
import com.hotpotspot.query.projection.Recorded;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Keeps the register: one row a sale, in which mint and check are entered as they happen. */
@Component
final class SalesRegisterProjection implements Projection {

    static final ProjectionName NAME = new ProjectionName("sales", 3);

    private final JdbcOperations jdbc;
    private final KeptBusinessDays businessDays;

    SalesRegisterProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
        this.businessDays = new KeptBusinessDays(jdbc, NAME);
    }

    @Override
    public ProjectionName name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends Event>> interests() {
        return Set.of(
                BusinessDaySet.class,
                SaleRecorded.class,
                TokensMinted.class,
                CheckIssued.class,
                CheckClaimed.class,
                CheckExpired.class,
                SaleVoided.class,
                SaleRefunded.class);
    }

    @Override
    public void project(List<Recorded> batch) {
        RegisterEntries entries = new RegisterEntries();
        BusinessDays days = businessDays.read();
        for (Recorded recorded : batch) {
            long position = recorded.position();
            switch (recorded.event()) {
                case BusinessDaySet set -> {
                    businessDays.keep(set);
                    days = days.with(set);
                }
                case SaleRecorded sale -> entries.of(sale.sale()).recorded(position, sale, days.dayOf(sale.soldAt()));
                case TokensMinted mint -> entries.of(mint.sale()).minted(position, mint);
                case CheckIssued check -> entries.of(check.sale()).issued(position, check);
                case CheckClaimed claim -> entries.of(claim.sale()).claimed(position);
                case CheckExpired expiry -> entries.of(expiry.sale()).expired(position);
                case SaleVoided voided -> entries.of(voided.sale()).voided(position);
                case SaleRefunded refund -> entries.refunded(position, refund);
                default -> throw new IllegalArgumentException(recorded + " is of no interest here");
            }
        }
        entries.writeTo(jdbc);
    }
}
