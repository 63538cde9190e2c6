package com.hotpotspot.query.testing;

import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.sale.SaleItem;

/** A small menu. */
public final class Dishes {

    private Dishes() {}

    public static SaleItem khinkali(int quantity) {
        return new SaleItem("101", "Khinkali", "Dumplings", quantity, Tetri.of(180));
    }

    public static SaleItem khachapuri(int quantity) {
        return new SaleItem("113", "Khachapuri", "Bread", quantity, Tetri.of(1450));
    }

    public static SaleItem lemonade(int quantity) {
        return new SaleItem("109", "Tarragon lemonade", "Drinks", quantity, Tetri.of(180));
    }
}
