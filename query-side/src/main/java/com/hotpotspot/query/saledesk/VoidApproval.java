package com.hotpotspot.query.saledesk;

import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.query.administration.VoidApprovals;
import com.hotpotspot.query.projection.BeingFilledException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the void of a sale takes the approval of somebody else. Public methods are for templates.
 *
 * @param limit above which total voids do, where there is one that is known
 */
record VoidApproval(Kind kind, Optional<Tetri> limit) {

    private static final Logger LOG = LoggerFactory.getLogger(VoidApproval.class);

    static VoidApproval of(SaleView sale, VoidApprovals approvals) {
        try {
            Optional<Tetri> limit = approvals.above();
            return new VoidApproval(
                    limit.map(above -> sale.sale().totalTetri().compareTo(above) > 0 ? Kind.NEEDED : Kind.BELOW)
                            .orElse(Kind.NONE),
                    limit);
        } catch (BeingFilledException e) {
            LOG.debug("A page does not say whether a void takes an approval", e);
            return new VoidApproval(Kind.UNKNOWN, Optional.empty());
        }
    }

    /** Whether it is worth while to give one. */
    public boolean isOfUse() {
        return kind == Kind.NEEDED || kind == Kind.UNKNOWN;
    }

    /** In tetri; 0 where there is none. */
    public long limitTetri() {
        return limit.map(Tetri::value).orElse(0L);
    }

    /** What can be said of it. */
    enum Kind {
        /** No void takes one. */
        NONE,
        /** Only voids of sales that come to more. */
        BELOW,
        /** The void of this sale does. */
        NEEDED,
        /** What was decided is being read anew. */
        UNKNOWN
    }
}
