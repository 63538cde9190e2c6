package com.hotpotspot.command.sale;

import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.sale.SaleOutcome.Told;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.command.web.Answers;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.sale.SaleOrigin;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The till's door for one sale. */
@RestController
class SaleEndpoint {

    private final SalesDesk desk;
    private final Receipts receipts;
    private final Answers answers;

    SaleEndpoint(SalesDesk desk, Receipts receipts, Answers answers) {
        this.desk = desk;
        this.receipts = receipts;
        this.answers = answers;
    }

    @PostMapping("/api/v1/sales")
    @Roles({Role.NETWORK_OWNER, Role.POS_TERMINAL})
    ResponseEntity<Answer<ReceiptDocument>> record(
            @Valid @RequestBody SaleDocument sale,
            @RequestParam(name = "qrPng", defaultValue = "false") boolean image,
            Caller caller) {
        return switch (desk.record(sale.command(SaleOrigin.TILL), caller)) {
            case SaleOutcome.Accepted(SaleReceipt receipt, Long position) ->
                answers.created(receipts.toPrint(receipt, position, Told.WHOLE, image), false);
            case SaleOutcome.Replayed(SaleReceipt receipt, Long position, Told told) ->
                answers.created(receipts.toPrint(receipt, position, told, image), true);
            case SaleOutcome.Refused refused -> throw new CommandRefused(refused.code(), refused.reason());
        };
    }
}
