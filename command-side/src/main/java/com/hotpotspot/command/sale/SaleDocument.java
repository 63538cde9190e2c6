package com.hotpotspot.command.sale;

import static java.util.Objects.requireNonNull;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.CashierId;
import com.hotpotspot.events.sale.CustomerId;
import com.hotpotspot.events.sale.FiscalNumber;
import com.hotpotspot.events.sale.MeansOfPayment;
import com.hotpotspot.events.sale.Payment;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.events.sale.Tip;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A sale as a till writes it, alone or as a line of a batch. A discount, a payment or a tip of 0 counts as none. */
record SaleDocument(
        @NotNull @Pattern(regexp = NodeId.FORM) @Nullable String nodeId,

        @NotNull @Pattern(regexp = SaleNumber.FORM) @Nullable
        String saleNumber,

        @NotNull @Pattern(regexp = TerminalId.FORM) @Nullable
        String terminalId,

        @NotNull @Nullable Instant soldAt,

        @NotNull @Size(min = 1, max = RecordSale.MAX_ITEMS) @Nullable
        List<@NotNull @Valid SaleLine> items,

        @Min(0) @Max(RecordSale.MAX_TOTAL_TETRI) @Nullable Long discountTetri,

        @NotNull @Min(0) @Max(RecordSale.MAX_TOTAL_TETRI) @Nullable
        Long totalTetri,

        @Size(max = RecordSale.MAX_PAYMENTS) @Nullable List<@NotNull @Valid Paid> payments,

        @Min(0) @Max(Tip.MAX_TETRI) @Nullable Long tipTetri,

        @Pattern(regexp = CashierId.FORM) @Nullable String cashierId,

        @Pattern(regexp = CustomerId.FORM) @Nullable String customerId,

        @Pattern(regexp = FiscalNumber.FORM) @Nullable String fiscalNumber) {

    /** The command for a document that was found valid. */
    RecordSale command(SaleOrigin origin) {
        return new RecordSale(
                new NodeId(requireNonNull(nodeId)),
                new SaleNumber(requireNonNull(saleNumber)),
                new TerminalId(requireNonNull(terminalId)),
                requireNonNull(soldAt),
                items(requireNonNull(items)),
                discountTetri == null ? Tetri.ZERO : Tetri.of(discountTetri),
                Tetri.of(requireNonNull(totalTetri)),
                payments == null ? List.of() : payments(payments),
                Optional.ofNullable(tipTetri)
                        .filter(tip -> tip > 0)
                        .map(Tetri::of)
                        .map(Tip::new),
                Optional.ofNullable(cashierId).map(CashierId::new),
                Optional.ofNullable(customerId).map(CustomerId::new),
                Optional.ofNullable(fiscalNumber).map(FiscalNumber::new),
                origin);
    }

    /** Which sale it is about, if it names one, whatever else is wrong with it. */
    Optional<SaleId> sale() {
        if (nodeId == null || saleNumber == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(SaleId.of(new NodeId(nodeId), new SaleNumber(saleNumber)));
        } catch (InvalidValue none) {
            return Optional.empty();
        }
    }

    private static List<SaleItem> items(List<SaleLine> lines) {
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

    private static List<Payment> payments(List<Paid> parts) {
        return parts.stream()
                .filter(part -> requireNonNull(part.amountTetri()) > 0)
                .map(Paid::payment)
                .toList();
    }

    /** A part of the total and what it was paid with. */
    record Paid(
            @Nullable MeansOfPayment means,

            @Schema(description = "How much of the total, in tetri (1 GEL = 100 tetri).", example = "1000")
            @NotNull
            @Min(0)
            @Max(RecordSale.MAX_TOTAL_TETRI)
            @Nullable
            Long amountTetri) {

        private Payment payment() {
            return new Payment(means == null ? MeansOfPayment.OTHER : means, Tetri.of(requireNonNull(amountTetri)));
        }
    }
}
