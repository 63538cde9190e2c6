package com.hotpotspot.command.network;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.VoidApprovalSet;
import com.hotpotspot.events.sale.SaleRecorded;

/**
 * Say above which total a void takes the approval of somebody else. Repeating it changes nothing.
 *
 * @param above 1 to {@value com.hotpotspot.events.sale.SaleRecorded#HIGHEST_TOTAL_TETRI} tetri; with the last of these
 *     no void does
 */
public record SetVoidApproval(Tetri above) implements NetworkCommand<VoidApprovalSet> {

    /** @throws InvalidValue if it is nothing, or no sale can come to so much */
    public SetVoidApproval {
        InvalidValue.unless(
                above.value() >= 1 && above.value() <= SaleRecorded.HIGHEST_TOTAL_TETRI,
                "aboveTetri",
                "must lie between 1 and %d",
                SaleRecorded.HIGHEST_TOTAL_TETRI);
    }
}
