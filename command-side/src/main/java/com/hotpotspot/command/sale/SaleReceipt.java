package com.hotpotspot.command.sale;

import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.TokensMinted;
import java.util.Optional;

/**
 * What a sale came to. It is made of the sale's own events, so that the same sale sent years later gets the same
 * answer.
 *
 * @param check empty if the buyer was credited directly
 * @param told how much of it is for whoever sent the sale
 */
public record SaleReceipt(SaleRecorded sale, TokensMinted minted, Optional<CheckIssued> check, Told told) {

    /** Of a sale that was recorded now. */
    SaleReceipt(SaleRecorded sale, TokensMinted minted, Optional<CheckIssued> check) {
        this(sale, minted, check, Told.WHOLE);
    }
}
