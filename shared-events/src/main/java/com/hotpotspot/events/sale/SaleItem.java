package com.hotpotspot.events.sale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.PlainText;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.sale.Measure.Pieces;
import com.hotpotspot.events.sale.Measure.Weight;
import org.jspecify.annotations.Nullable;

/**
 * One line of a sale. In JSON the members of its measure stand beside the others: {@code quantity} and
 * {@code unitPriceTetri}, or {@code weightGrams}, {@code pricePerKgTetri} and {@code amountTetri}.
 *
 * @param code the node's own code for the dish
 * @param discountTetri what is taken off this line, at most its amount; absent where nothing is
 * @param vatPerMille the value-added tax that is included in the price; absent where the till does not name it
 */
public record SaleItem(
        String code,
        String name,
        String category,
        @JsonIgnore Measure measure,
        @Nullable Tetri discountTetri,
        @Nullable VatRate vatPerMille) {

    public static final int MAX_CODE_LENGTH = 40;
    public static final int MAX_NAME_LENGTH = 120;
    public static final int MAX_CATEGORY_LENGTH = 60;

    /**
     * A discount of nothing is none.
     *
     * @throws InvalidValue if a text is blank, too long or not plain, or the discount is larger than the amount
     */
    public SaleItem {
        PlainText.require(code, "code", MAX_CODE_LENGTH);
        PlainText.require(name, "name", MAX_NAME_LENGTH);
        PlainText.require(category, "category", MAX_CATEGORY_LENGTH);
        discountTetri = Tetri.ZERO.equals(discountTetri) ? null : discountTetri;
        if (discountTetri != null) {
            long amount = measure.amount().value();
            InvalidValue.unless(
                    discountTetri.value() <= amount,
                    "discountTetri",
                    "must be at most the amount of its line, which is %d",
                    amount);
        }
    }

    /** So many pieces at their price, and nothing else about them. */
    public SaleItem(String code, String name, String category, int quantity, Tetri unitPriceTetri) {
        this(code, name, category, new Pieces(quantity, unitPriceTetri), null, null);
    }

    @JsonCreator
    static SaleItem read(
            @JsonProperty("code") String code,
            @JsonProperty("name") String name,
            @JsonProperty("category") String category,
            @JsonProperty("quantity") @Nullable Integer quantity,
            @JsonProperty("unitPriceTetri") @Nullable Tetri unitPriceTetri,
            @JsonProperty("weightGrams") @Nullable Integer weightGrams,
            @JsonProperty("pricePerKgTetri") @Nullable Tetri pricePerKgTetri,
            @JsonProperty("amountTetri") @Nullable Tetri amountTetri,
            @JsonProperty("discountTetri") @Nullable Tetri discountTetri,
            @JsonProperty("vatPerMille") @Nullable VatRate vatPerMille) {
        return new SaleItem(
                code,
                name,
                category,
                measure(quantity, unitPriceTetri, weightGrams, pricePerKgTetri, amountTetri),
                discountTetri,
                vatPerMille);
    }

    private static Measure measure(
            @Nullable Integer quantity,
            @Nullable Tetri unitPriceTetri,
            @Nullable Integer weightGrams,
            @Nullable Tetri pricePerKgTetri,
            @Nullable Tetri amountTetri) {
        if (quantity != null && unitPriceTetri != null && weightGrams == null && pricePerKgTetri == null) {
            return new Pieces(quantity, unitPriceTetri);
        }
        if (weightGrams != null && pricePerKgTetri != null && amountTetri != null && quantity == null) {
            return new Weight(weightGrams, pricePerKgTetri, amountTetri);
        }
        throw InvalidValue.of(
                "quantity", "and unitPriceTetri are there, or weightGrams, pricePerKgTetri and amountTetri");
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

    /** What it costs before its discount. */
    public Tetri amount() {
        return measure.amount();
    }

    /** What it costs. */
    public Tetri net() {
        return discountTetri == null ? amount() : amount().minus(discountTetri);
    }

    /** How many pieces were sold; none of what is weighed. */
    public int pieces() {
        return measure instanceof Pieces counted ? counted.quantity() : 0;
    }

    /** How much was sold of what is weighed, in grams. */
    public int grams() {
        return measure instanceof Weight weighed ? weighed.grams() : 0;
    }

    @JsonProperty("quantity")
    private @Nullable Integer quantityIfCounted() {
        return measure instanceof Pieces counted ? counted.quantity() : null;
    }

    @JsonProperty("unitPriceTetri")
    private @Nullable Tetri priceIfCounted() {
        return measure instanceof Pieces counted ? counted.unitPriceTetri() : null;
    }

    @JsonProperty("weightGrams")
    private @Nullable Integer gramsIfWeighed() {
        return measure instanceof Weight weighed ? weighed.grams() : null;
    }

    @JsonProperty("pricePerKgTetri")
    private @Nullable Tetri priceIfWeighed() {
        return measure instanceof Weight weighed ? weighed.pricePerKgTetri() : null;
    }

    @JsonProperty("amountTetri")
    private @Nullable Tetri amountIfWeighed() {
        return measure instanceof Weight weighed ? weighed.amount() : null;
    }
}
