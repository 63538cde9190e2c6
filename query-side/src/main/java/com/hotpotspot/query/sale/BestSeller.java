package com.hotpotspot.query.sale;

/**
 * An item and how much of it was sold.
 *
 * @param code identifies the item; its name and category are those last used
 */
public record BestSeller(String code, String name, String category, long quantity, long revenueTetri) {}
