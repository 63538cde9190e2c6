package com.hotpotspot.command.sale;

import static java.util.Objects.requireNonNull;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.sale.Measure;
import com.hotpotspot.events.sale.Measure.Pieces;
import com.hotpotspot.events.sale.Measure.Weight;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.VatRate;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** One line of a sale as a till writes it: pieces at their price, or a weight and the price of a kilogram. */
@Schema(example = """
                {"code": "K1", "name": "Khinkali", "category": "Dumplings", "quantity": 5, "unitPriceTetri": 200}""")
record SaleLine(
        @NotBlank @Size(max = SaleItem.MAX_CODE_LENGTH) @Nullable
        String code,

        @NotBlank @Size(max = SaleItem.MAX_NAME_LENGTH) @Nullable
        String name,

        @NotBlank @Size(max = SaleItem.MAX_CATEGORY_LENGTH) @Nullable
        String category,

        @Min(1) @Max(Measure.MAX_QUANTITY) @Nullable Integer quantity,

        @Min(0) @Max(RecordSale.MAX_TOTAL_TETRI) @Nullable Long unitPriceTetri,

        @Min(1) @Max(Measure.MAX_GRAMS) @Nullable Integer weightGrams,

        @Min(0) @Max(RecordSale.MAX_TOTAL_TETRI) @Nullable Long pricePerKgTetri,

        @Schema(
                description =
                        "What the line costs before its discount, in tetri (1 GEL = 100 tetri), if the till says it: it must be what quantity or weight and price come to, rounded half up.",
                example = "1072")
        @Min(0)
        @Nullable
        Long amountTetri,

        @Min(0) @Max(RecordSale.MAX_TOTAL_TETRI) @Nullable Long discountTetri,

        @Min(0) @Max(VatRate.MAX_PER_MILLE) @Nullable Integer vatPerMille) {

    /** @throws InvalidValue if it is neither counted nor weighed, or both, or its amounts contradict each other */
    SaleItem item() {
        return new SaleItem(
                requireNonNull(code),
                requireNonNull(name),
                requireNonNull(category),
                isWeighed() ? weight() : pieces(),
                discountTetri == null ? null : Tetri.of(discountTetri),
                vatPerMille == null ? null : new VatRate(vatPerMille));
    }

    private boolean isWeighed() {
        return weightGrams != null || pricePerKgTetri != null;
    }

    private Measure pieces() {
        if (quantity == null) {
            throw InvalidValue.of(
                    "quantity", "must be there, with unitPriceTetri, or weightGrams with pricePerKgTetri");
        }
        if (unitPriceTetri == null) {
            throw InvalidValue.of("unitPriceTetri", "must be there beside quantity");
        }
        Pieces pieces = new Pieces(quantity, Tetri.of(unitPriceTetri));
        amountMustBe(pieces.amount(), "quantity × unitPriceTetri");
        return pieces;
    }

    private Measure weight() {
        InvalidValue.unless(quantity == null, "quantity", "must not stand beside a weight");
        InvalidValue.unless(unitPriceTetri == null, "unitPriceTetri", "must not stand beside a weight");
        if (weightGrams == null) {
            throw InvalidValue.of("weightGrams", "must be there beside pricePerKgTetri");
        }
        if (pricePerKgTetri == null) {
            throw InvalidValue.of("pricePerKgTetri", "must be there beside weightGrams");
        }
        Weight weight = Weight.of(weightGrams, Tetri.of(pricePerKgTetri));
        amountMustBe(weight.amount(), "weightGrams × pricePerKgTetri ÷ 1000, rounded half up");
        return weight;
    }

    /** A till need not say what a line costs; one that does must mean the same. */
    private void amountMustBe(Tetri amount, String how) {
        InvalidValue.unless(
                amountTetri == null || amountTetri == amount.value(),
                "amountTetri",
                "must be %s, which is %d",
                how,
                amount.value());
    }
}
