package com.hotpotspot.command.sale;

import static java.util.Objects.requireNonNull;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.CustomerId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleOrigin;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A sale as a till writes it, alone or as a line of a batch. */
record SaleDocument(
        @NotNull @Pattern(regexp = NodeId.FORM) @Nullable String nodeId,

        @NotNull @Pattern(regexp = SaleNumber.FORM) @Nullable
        String saleNumber,

        @NotNull @Pattern(regexp = TerminalId.FORM) @Nullable
        String terminalId,

        @NotNull @Nullable Instant soldAt,

        @NotNull @Size(min = 1, max = RecordSale.MAX_ITEMS) @Nullable
        List<@NotNull @Valid Line> items,

        @NotNull @Min(0) @Max(RecordSale.MAX_TOTAL_TETRI) @Nullable
        Long totalTetri,

        @Pattern(regexp = CustomerId.FORM) @Nullable String customerId) {

    /** The command for a document that was found valid. */
    RecordSale command(SaleOrigin origin) {
        return new RecordSale(
                new NodeId(requireNonNull(nodeId)),
                new SaleNumber(requireNonNull(saleNumber)),
                new TerminalId(requireNonNull(terminalId)),
                requireNonNull(soldAt),
                items(requireNonNull(items)),
                Tetri.of(requireNonNull(totalTetri)),
                Optional.ofNullable(customerId).map(CustomerId::new),
                origin);
    }

    private static List<SaleItem> items(List<Line> lines) {
        List<SaleItem> items = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            try {
                items.add(lines.get(i).item());
            } catch (InvalidValue e) {
                throw e.within("items[%s]".formatted(i));
            }
        }
        return items;
    }

    /** One line of the receipt. */
    record Line(
            @NotBlank @Size(max = SaleItem.MAX_CODE_LENGTH) @Nullable
            String code,

            @NotBlank @Size(max = SaleItem.MAX_NAME_LENGTH) @Nullable
            String name,

            @NotBlank @Size(max = SaleItem.MAX_CATEGORY_LENGTH) @Nullable
            String category,

            @NotNull @Min(1) @Max(SaleItem.MAX_QUANTITY) @Nullable
            Integer quantity,

            @NotNull @Min(0) @Max(RecordSale.MAX_TOTAL_TETRI) @Nullable
            Long unitPriceTetri) {

        private SaleItem item() {
            return new SaleItem(
                    requireNonNull(code),
                    requireNonNull(name),
                    requireNonNull(category),
                    requireNonNull(quantity),
                    Tetri.of(requireNonNull(unitPriceTetri)));
        }
    }
}
