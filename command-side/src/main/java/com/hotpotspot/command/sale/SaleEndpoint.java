package com.hotpotspot.command.sale;

import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.dispatch.Landed;
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

    private final Commands commands;
    private final Receipts receipts;
    private final Answers answers;

    SaleEndpoint(Commands commands, Receipts receipts, Answers answers) {
        this.commands = commands;
        this.receipts = receipts;
        this.answers = answers;
    }

    @PostMapping("/api/v1/sales")
    @Roles({Role.NETWORK_OWNER, Role.POS_TERMINAL})
    ResponseEntity<Answer<ReceiptDocument>> record(
            @Valid @RequestBody SaleDocument sale,
            @RequestParam(name = "qrPng", defaultValue = "false") boolean image,
            Caller caller) {
        Landed<SaleReceipt> landed = commands.send(sale.command(SaleOrigin.TILL), caller);
        return answers.created(receipts.toPrint(landed, image), landed.replayed());
    }
}
