package com.hotpotspot.standalone.demo;

import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.sale.SaleItem;
import java.util.List;

/**
 * Something on the menu, and how people order it.
 *
 * @param appetite how often it is ordered, compared with the others
 * @param least the fewest that anybody orders at once
 * @param most the most that anybody orders at once
 */
record Dish(String code, String name, String category, Tetri price, int appetite, int least, int most) {

    private static final String KHINKALI = "Khinkali";
    private static final String BREAD = "Khachapuri and bread";
    private static final String STARTERS = "Starters";
    private static final String MAINS = "Mains";
    private static final String SWEETS = "Sweets";
    private static final String DRINKS = "Drinks";
    private static final String WINE = "Wine and spirits";

    /** The menu of every node. */
    static final List<Dish> MENU = List.of(
            byThePiece("KH1", "Khinkali kalakuri", 180, 30),
            byThePiece("KH2", "Khinkali mtiuluri", 170, 16),
            byThePiece("KH3", "Khinkali with mushrooms", 160, 8),
            plates("KP1", "Khachapuri imeruli", BREAD, 1600, 18),
            plates("KP2", "Khachapuri megruli", BREAD, 1850, 12),
            plates("KP3", "Khachapuri adjaruli", BREAD, 1900, 20),
            plates("KP4", "Lobiani", BREAD, 1350, 8),
            plates("BR1", "Mchadi", BREAD, 250, 8),
            plates("BR2", "Shotis puri", BREAD, 200, 14),
            plates("ST1", "Badrijani nigvzit", STARTERS, 1550, 9),
            plates("ST2", "Pkhali, three kinds", STARTERS, 1700, 9),
            plates("ST3", "Salad with walnuts", STARTERS, 1450, 13),
            plates("ST4", "Sulguni", STARTERS, 1200, 6),
            plates("MN1", "Lobio in a pot", MAINS, 1150, 12),
            plates("MN2", "Mtsvadi of pork", MAINS, 2250, 15),
            plates("MN3", "Shkmeruli", MAINS, 3400, 8),
            plates("MN4", "Chashushuli", MAINS, 2300, 7),
            plates("MN5", "Kharcho", MAINS, 1650, 8),
            plates("MN6", "Ojakhuri", MAINS, 2100, 10),
            plates("SW1", "Churchkhela", SWEETS, 800, 7),
            plates("SW2", "Pelamushi", SWEETS, 750, 4),
            drinks("DR1", "Borjomi 0.5 l", DRINKS, 400, 22),
            drinks("DR2", "Tarkhuna lemonade", DRINKS, 450, 16),
            drinks("DR3", "Georgian tea", DRINKS, 400, 8),
            drinks("DR4", "Coffee", DRINKS, 550, 10),
            drinks("WN1", "Saperavi, glass", WINE, 1100, 9),
            drinks("WN2", "Tsinandali, glass", WINE, 1000, 7),
            drinks("WN3", "Chacha, 50 ml", WINE, 700, 4));

    SaleItem ordered(int quantity) {
        return new SaleItem(code, name, category, quantity, price);
    }

    private static Dish byThePiece(String code, String name, long priceTetri, int appetite) {
        return new Dish(code, name, KHINKALI, Tetri.of(priceTetri), appetite, 5, 15);
    }

    private static Dish plates(String code, String name, String category, long priceTetri, int appetite) {
        return new Dish(code, name, category, Tetri.of(priceTetri), appetite, 1, 2);
    }

    private static Dish drinks(String code, String name, String category, long priceTetri, int appetite) {
        return new Dish(code, name, category, Tetri.of(priceTetri), appetite, 1, 4);
    }
}
