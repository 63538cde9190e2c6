package com.hotpotspot.query.administration;

import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.query.administration.NetworkSettings.VoidApproval;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which voids take the approval of somebody else. */
@Component
public final class VoidApprovals {

    /** No sale comes to more, so that with this limit no void takes any. */
    static final Tetri LIFTED = Tetri.of(SaleRecorded.HIGHEST_TOTAL_TETRI);

    private final AdministrationQueries queries;

    VoidApprovals(AdministrationQueries queries) {
        this.queries = queries;
    }

    /** Of sales that come to more than this; empty while no void takes any. */
    public Optional<Tetri> above() {
        return Optional.ofNullable(queries.settings().voidApproval())
                .map(VoidApproval::aboveTetri)
                .filter(above -> above.compareTo(LIFTED) < 0);
    }
}
