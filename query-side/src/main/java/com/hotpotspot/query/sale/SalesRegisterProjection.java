package com.hotpotspot.query.sale;

import com.hotpotspot.events.network.BusinessDaySet;
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
import com.hotpotspot.query.projection.Writes;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Keeps the register: one row a sale, in which mint and check are entered as they happen. */
@Component
final class SalesRegisterProjection extends Projection<RegisterEntries> {

    static final ProjectionName NAME = new ProjectionName("sales", 3);

    private final KeptBusinessDays businessDays;

    SalesRegisterProjection(JdbcOperations jdbc) {
        super(NAME, jdbc);
        this.businessDays = new KeptBusinessDays(jdbc);
        on(BusinessDaySet.class, RegisterEntries::set);
        onRecorded(SaleRecorded.class, (entries, sale, at) -> entries.recorded(at.position(), sale));
        onRecorded(
                TokensMinted.class,
                (entries, mint, at) -> entries.of(mint.sale()).minted(at.position(), mint));
        onRecorded(
                CheckIssued.class,
                (entries, check, at) -> entries.of(check.sale()).issued(at.position(), check));
        onRecorded(
                CheckClaimed.class,
                (entries, claim, at) -> entries.of(claim.sale()).claimed(at.position()));
        onRecorded(
                CheckExpired.class,
                (entries, expiry, at) -> entries.of(expiry.sale()).expired(at.position()));
        onRecorded(
                SaleVoided.class,
                (entries, voided, at) -> entries.of(voided.sale()).voided(at.position()));
        onRecorded(SaleRefunded.class, (entries, refund, at) -> entries.refunded(at.position(), refund));
    }

    @Override
    protected RegisterEntries begin() {
        return new RegisterEntries(businessDays.read());
    }

    @Override
    protected void write(RegisterEntries entries, Writes writes) {
        entries.writeTo(writes);
    }
}
