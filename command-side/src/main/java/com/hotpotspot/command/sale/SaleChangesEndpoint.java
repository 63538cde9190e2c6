package com.hotpotspot.command.sale;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.dispatch.Landed;
import com.hotpotspot.command.web.Answers;
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
    ResponseEntity<Answer<Voided>> voidSale(
            @PathVariable String saleId, @Valid @RequestBody Voiding request, Caller caller) {
        VoidSale command = request.command(SaleId.parse(saleId), caller.account());
        return answers.created(commands.send(command, caller), Voided::of);
    }

    @PostMapping("/api/v1/sales/{saleId}/void/approval")
    @Roles({Role.NETWORK_OWNER, Role.FRANCHISEE})
    ResponseEntity<Answer<Approved>> approveVoid(@PathVariable String saleId, Caller caller) {
        ApproveVoid command = new ApproveVoid(SaleId.parse(saleId), caller.account());
        return answers.created(commands.send(command, caller), Approved::of);
    }

    @PostMapping("/api/v1/sales/{saleId}/refunds")
    ResponseEntity<Answer<Refunded>> refund(
            @PathVariable String saleId, @Valid @RequestBody Refund request, Caller caller) {
        return answers.created(commands.send(request.command(SaleId.parse(saleId)), caller), Refunded::of);
    }

    /** A void, as a till asks for it. */
    record Voiding(
            @NotNull @Pattern(regexp = TerminalId.FORM) @Nullable
            String terminalId,

            @NotNull @Nullable VoidReason reason) {

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

            @NotNull @Nullable RefundReason reason) {

        RefundSale command(SaleId sale) {
            return new RefundSale(
                    sale,
                    new TerminalId(requireNonNull(terminalId)),
                    new RefundNumber(requireNonNull(refundNumber)),
                    Tetri.of(requireNonNull(amountTetri)),
                    requireNonNull(reason));
        }
    }

    /**
     * @param askedBy absent of voids of the time before events said so
     * @param approvedBy where the void took an approval
     * @param position of the last event; absent where the answer repeats an earlier one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Voided(
            SaleId saleId,
            Tetri totalTetri,
            VoidReason reason,
            @Nullable AccountId askedBy,
            @Nullable AccountId approvedBy,
            @Nullable Long position) {

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

    /**
     * @param until the last instant at which a void may rely on it
     * @param position of the event; absent where the answer repeats an earlier one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Approved(
            SaleId saleId,
            AccountId approvedBy,
            Instant until,
            @Nullable Long position) {

        static Approved of(Landed<SaleVoidApproved> landed) {
            SaleVoidApproved fact = landed.answer();
            return new Approved(fact.sale(), fact.approvedBy(), fact.until(), landed.position());
        }
    }

    /**
     * @param askedBackUnits what part of the sale's tokens is to go back with the money
     * @param position of the event; absent where the answer repeats an earlier one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refunded(
            SaleId saleId,
            RefundNumber refundNumber,
            Tetri amountTetri,
            Units askedBackUnits,
            RefundReason reason,
            @Nullable Long position) {

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
