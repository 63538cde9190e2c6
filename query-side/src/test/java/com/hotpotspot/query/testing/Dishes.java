package com.hotpotspot.query.testing;

import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.sale.SaleItem;
import java.util.stream.IntStream;

/** A small menu. */
public final class Dishes {

    private Dishes() {}

    public static SaleItem khinkali(int quantity) {
        return new SaleItem("101", "Khinkali", "Dumplings", quantity, Tetri.of(180));
    }

    /** As many and as long lines as a sale may have: some 225 KB. */
    public static SaleItem[] feast() {
        SaleItem line = new SaleItem("1".repeat(40), "ხ".repeat(120), "დ".repeat(3), 1, Tetri.of(180));
        return IntStream.range(0, 500).mapToObj(i -> line).toArray(SaleItem[]::new);
    }

    public static SaleItem khachapuri(int quantity) {
        return new SaleItem("113", "Khachapuri", "Bread", quantity, Tetri.of(1450));
    }

    public static SaleItem lemonade(int quantity) {
        return new SaleItem("109", "Tarragon lemonade", "Drinks", quantity, Tetri.of(180));
    }
}
