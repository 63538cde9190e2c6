package com.hotpotspot.query.sale;

/**
 * An item and how much of it was sold.
 *
 * @param code identifies the item; its name and category are those last used
 * @param quantity pieces; none of what is sold by weight
 * @param grams of what is sold by weight
 * @param revenueTetri less discounts, those on whole sales included
 */
public record BestSeller(String code, String name, String category, long quantity, long grams, long revenueTetri) {}
