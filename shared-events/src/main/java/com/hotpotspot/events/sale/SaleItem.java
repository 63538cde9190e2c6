package com.hotpotspot.events.sale;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.PlainText;
import com.hotpotspot.events.money.Tetri;

/**
 * One line of a sale.
 *
 * @param code the node's own code for the dish
 * @param quantity at least 1
 * @param unitPriceTetri at least 0
 */
public record SaleItem(String code, String name, String category, int quantity, Tetri unitPriceTetri) {

    public static final int MAX_CODE_LENGTH = 40;
    public static final int MAX_NAME_LENGTH = 120;
    public static final int MAX_CATEGORY_LENGTH = 60;
    public static final int MAX_QUANTITY = 100_000;

    /** @throws InvalidValue if a text is blank, too long or not plain, or the quantity is out of range */
    public SaleItem {
        PlainText.require(code, "code", MAX_CODE_LENGTH);
        PlainText.require(name, "name", MAX_NAME_LENGTH);
        PlainText.require(category, "category", MAX_CATEGORY_LENGTH);
        InvalidValue.unless(
                quantity >= 1 && quantity <= MAX_QUANTITY, "quantity", "must lie between 1 and %d", MAX_QUANTITY);
    }

    /**
     * Sees to it that a line may enter the log; those that are in it may hold what is no longer taken.
     *
     * @throws InvalidValue if a text is not {@linkplain PlainText#requireLegible legible}
     */
    public void mustBeLegible() {
        PlainText.requireLegible(code, "code", MAX_CODE_LENGTH);
        PlainText.requireLegible(name, "name", MAX_NAME_LENGTH);
        PlainText.requireLegible(category, "category", MAX_CATEGORY_LENGTH);
    }

    /** Quantity × unit price. */
    public Tetri amount() {
        return unitPriceTetri.times(quantity);
    }
}
