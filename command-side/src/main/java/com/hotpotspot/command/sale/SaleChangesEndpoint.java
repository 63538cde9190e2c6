package com.hotpotspot.command.sale;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.dispatch.Landed;
import com.hotpotspot.command.network.NodeCode;
import com.hotpotspot.command.web.Answers;
import com.hotpotspot.command.web.RecordedAt;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.RefundNumber;
import com.hotpotspot.events.sale.RefundReason;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.SaleVoidApproved;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.VoidReason;
import com.hotpotspot.openapi.Creates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The doors for taking sales back: as a whole within the void window, in money after it. */
@RestController
@Roles({Role.NETWORK_OWNER, Role.FRANCHISEE, Role.POS_TERMINAL})
class SaleChangesEndpoint {

    private final Commands commands;
    private final Answers answers;

    SaleChangesEndpoint(Commands commands, Answers answers) {
        this.commands = commands;
        this.answers = answers;
    }

    @PostMapping("/api/v1/sales/{saleId}/void")
    @Operation(
            operationId = "voidSale",
            summary = "Take a sale back as a whole",
            description =
                    "Within the void window, and until its check is claimed. Asked again for the same reason it gets the same answer, for another reason it is refused. Above the amount that the network owner has set it takes an approval.")
    @Creates
    @UnknownCode.Refused(UnknownCode.SALE_UNKNOWN)
    @NodeCode.Refused({NodeCode.TERMINAL_NOT_AUTHORISED, NodeCode.TERMINAL_REVOKED})
    @SaleCode.Refused({SaleCode.SALE_VOIDED, SaleCode.VOID_WINDOW_OVER, SaleCode.VOID_NEEDS_APPROVAL})
    @CheckCode.Refused(CheckCode.CHECK_CLAIMED)
    ResponseEntity<Answer<Voided>> voidSale(
            @PathVariable String saleId, @Valid @RequestBody Voiding request, Caller caller) {
        VoidSale command = request.command(SaleId.parse(saleId), caller.account());
        return answers.created(commands.send(command, caller), Voided::of);
    }

    @PostMapping("/api/v1/sales/{saleId}/void/approval")
    @Operation(
            operationId = "approveVoid",
            summary = "Approve of a void",
            description = "Good for ten minutes, and for a void that somebody else asks for.")
    @Creates
    @UnknownCode.Refused(UnknownCode.SALE_UNKNOWN)
    @SaleCode.Refused({SaleCode.SALE_VOIDED, SaleCode.VOID_WINDOW_OVER})
    @CheckCode.Refused(CheckCode.CHECK_CLAIMED)
    @Roles({Role.NETWORK_OWNER, Role.FRANCHISEE})
    ResponseEntity<Answer<Approved>> approveVoid(@PathVariable String saleId, Caller caller) {
        ApproveVoid command = new ApproveVoid(SaleId.parse(saleId), caller.account());
        return answers.created(commands.send(command, caller), Approved::of);
    }

    @PostMapping("/api/v1/sales/{saleId}/refunds")
    @Operation(
            operationId = "refundSale",
            summary = "Give money back",
            description = "After the void window. The answer says which part of the sale's tokens is asked back.")
    @Creates
    @UnknownCode.Refused(UnknownCode.SALE_UNKNOWN)
    @NodeCode.Refused({NodeCode.TERMINAL_NOT_AUTHORISED, NodeCode.TERMINAL_REVOKED})
    @SaleCode.Refused({
        SaleCode.SALE_VOIDED,
        SaleCode.VOID_WINDOW_OPEN,
        SaleCode.REFUND_NUMBER_TAKEN,
        SaleCode.REFUND_TOO_LARGE
    })
    ResponseEntity<Answer<Refunded>> refund(
            @PathVariable String saleId, @Valid @RequestBody Refund request, Caller caller) {
        return answers.created(commands.send(request.command(SaleId.parse(saleId)), caller), Refunded::of);
    }

    /** A void, as a till asks for it. */
    record Voiding(
            @NotNull @Pattern(regexp = TerminalId.FORM) @Nullable
            String terminalId,

            @Schema(description = "Why the sale is taken back.", example = "ENTERED_BY_MISTAKE") @NotNull @Nullable
            VoidReason reason) {

        VoidSale command(SaleId sale, AccountId askedBy) {
            return new VoidSale(sale, new TerminalId(requireNonNull(terminalId)), requireNonNull(reason), askedBy);
        }
    }

    /** A refund, as a till asks for it. */
    record Refund(
            @NotNull @Pattern(regexp = TerminalId.FORM) @Nullable
            String terminalId,

            @NotNull @Pattern(regexp = RefundNumber.FORM) @Nullable
            String refundNumber,

            @NotNull @Min(1) @Max(RecordSale.MAX_TOTAL_TETRI) @Nullable
            Long amountTetri,

            @Schema(description = "Why money is given back.", example = "QUALITY") @NotNull @Nullable
            RefundReason reason) {

        RefundSale command(SaleId sale) {
            return new RefundSale(
                    sale,
                    new TerminalId(requireNonNull(terminalId)),
                    new RefundNumber(requireNonNull(refundNumber)),
                    Tetri.of(requireNonNull(amountTetri)),
                    requireNonNull(reason));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Voided(
            SaleId saleId,
            Tetri totalTetri,

            @Schema(description = "Why the sale is taken back.", example = "ENTERED_BY_MISTAKE")
            VoidReason reason,

            @Schema(
                    description = "The account that asked for it; missing of voids of the time before events said so.",
                    example = "3f0c5a6e-9d1b-4c58-8f5e-2a7b6c1d0e94")
            @Nullable
            AccountId askedBy,

            @Schema(
                    description = "The account that approved of it; missing where it took no approval.",
                    example = "3f0c5a6e-9d1b-4c58-8f5e-2a7b6c1d0e94")
            @Nullable
            AccountId approvedBy,

            @RecordedAt @Nullable Long position) {

        static Voided of(Landed<SaleVoided> landed) {
            SaleVoided fact = landed.answer();
            return new Voided(
                    fact.sale(),
                    fact.totalTetri(),
                    fact.reason(),
                    fact.askedBy(),
                    fact.approvedBy(),
                    landed.position());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Approved(
            SaleId saleId,
            AccountId approvedBy,

            @Schema(
                    description = "The last instant at which a void may rely on it, in UTC.",
                    example = "2026-11-28T09:22:05Z")
            Instant until,

            @RecordedAt @Nullable Long position) {

        static Approved of(Landed<SaleVoidApproved> landed) {
            SaleVoidApproved fact = landed.answer();
            return new Approved(fact.sale(), fact.approvedBy(), fact.until(), landed.position());
        }
    }

    /** @param askedBackUnits what part of the sale's tokens is to go back with the money */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refunded(
            SaleId saleId,
            RefundNumber refundNumber,
            Tetri amountTetri,
            Units askedBackUnits,

            @Schema(description = "Why money is given back.", example = "QUALITY")
            RefundReason reason,

            @RecordedAt @Nullable Long position) {

        static Refunded of(Landed<SaleRefunded> landed) {
            SaleRefunded fact = landed.answer();
            return new Refunded(
                    fact.sale(),
                    fact.refund(),
                    fact.amountTetri(),
                    fact.askedBackUnits(),
                    fact.reason(),
                    landed.position());
        }
    }
}
