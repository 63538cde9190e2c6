package com.hotpotspot.query.testing;

import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.CashierId;
import com.hotpotspot.events.sale.CustomerId;
import com.hotpotspot.events.sale.FiscalNumber;
import com.hotpotspot.events.sale.MeansOfPayment;
import com.hotpotspot.events.sale.Measure;
import com.hotpotspot.events.sale.Measure.Pieces;
import com.hotpotspot.events.sale.Measure.Weight;
import com.hotpotspot.events.sale.Payment;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.Tip;
import com.hotpotspot.events.sale.VatRate;
import java.util.List;
import java.util.stream.IntStream;

/** The sale in a corner of what events may hold. */
record CornerSale(Corner corner, NodeId node, TerminalId terminal) {

    private static final int ITEMS = 500;

    SaleRecorded recorded(SaleNumber saleNumber) {
        List<SaleItem> items = IntStream.range(0, corner.most() ? ITEMS : corner.whole() ? 1 : 0)
                .mapToObj(this::item)
                .toList();
        long whatItemsComeTo =
                items.stream().mapToLong(item -> item.net().value()).sum();
        return new SaleRecorded(
                SaleId.of(node, saleNumber),
                node,
                saleNumber,
                terminal,
                corner.at(),
                items,
                corner.orAbsent(Tetri.of(whatItemsComeTo - corner.tetri().value())),
                corner.tetri(),
                corner.most() ? corner.orAbsent(List.of(new Payment(MeansOfPayment.CARD, corner.tetri()))) : null,
                corner.orAbsent(new Tip(Tetri.of(Tip.MAX_TETRI))),
                corner.orAbsent(new CashierId(corner.padded("k", "._-", 64))),
                corner.orAbsent(new CustomerId(corner.padded("c", "._-", 64))),
                corner.orAbsent(new FiscalNumber(corner.padded("f", "/-", 40))),
                SaleOrigin.IMPORT);
    }

    private SaleItem item(int index) {
        Measure measure = measure(index);
        return new SaleItem(
                corner.padded(Integer.toString(index), corner.sign(), SaleItem.MAX_CODE_LENGTH),
                corner.text(SaleItem.MAX_NAME_LENGTH),
                corner.text(SaleItem.MAX_CATEGORY_LENGTH),
                measure,
                index == 1 ? measure.amount() : null,
                corner.orAbsent(new VatRate(VatRate.MAX_PER_MILLE)));
    }

    /**
     * One item comes to the largest amount, and so does the total: what the others cost, whose weights and quantities
     * are the largest, is what the discount on the whole takes.
     */
    private Measure measure(int index) {
        if (!corner.most()) {
            return new Pieces(1, Tetri.ZERO);
        }
        return switch (index) {
            case 0 -> new Pieces(1, Tetri.of(Corner.LARGEST));
            case 2 -> Weight.of(Measure.MAX_GRAMS, Tetri.of(Corner.LARGEST / Measure.MAX_GRAMS));
            default -> new Pieces(Measure.MAX_QUANTITY, Tetri.of(1));
        };
    }
}
