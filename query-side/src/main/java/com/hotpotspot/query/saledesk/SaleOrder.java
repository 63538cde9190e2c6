package com.hotpotspot.query.saledesk;

/**
 * In which order sales are listed. Each has an index that ends in it, and none leaves open which of two comes first.
 */
enum SaleOrder {
    LATEST("sold_at desc, position desc", "(sold_at, position) < (:afterSoldAt, :afterPosition)"),
    EARLIEST("sold_at, position", "(sold_at, position) > (:afterSoldAt, :afterPosition)"),
    LARGEST(
            "total_tetri desc, sold_at desc, position desc",
            "(total_tetri, sold_at, position) < (:afterTotal, :afterSoldAt, :afterPosition)"),
    SMALLEST(
            "total_tetri, sold_at, position",
            "(total_tetri, sold_at, position) > (:afterTotal, :afterSoldAt, :afterPosition)");

    private final String columns;
    private final String later;

    SaleOrder(String columns, String later) {
        this.columns = columns;
        this.later = later;
    }

    /** What SQL orders by. */
    String columns() {
        return columns;
    }

    /** The condition for what comes after a {@link ListPlace}. */
    String later() {
        return later;
    }
}
