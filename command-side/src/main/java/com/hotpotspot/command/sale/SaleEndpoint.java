package com.hotpotspot.command.sale;

import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.network.NodeCode;
import com.hotpotspot.command.web.Answers;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.language.PreferredLanguage;
import com.hotpotspot.openapi.Creates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
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
    @Operation(
            operationId = "recordSale",
            summary = "Record a sale",
            description =
                    "Known by its node and number: sent again with the same content it gets the same answer, with other content it is refused. The claim code and the QR text are told again only to the account that recorded it, within 7 days and while there is something to claim; of a sale that was voided the answer says so and has nothing to print. What is printed is in the language that `Accept-Language` asks for: Georgian, Russian or English.")
    @Creates
    @Parameter(
            in = ParameterIn.QUERY,
            name = "qrPng",
            description = "Whether to answer with the QR code as an image, too.",
            example = "true",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    @UnknownCode.Refused(UnknownCode.NODE_UNKNOWN)
    @NodeCode.Refused({NodeCode.NODE_INACTIVE, NodeCode.TERMINAL_NOT_AUTHORISED, NodeCode.TERMINAL_REVOKED})
    @SaleCode.Refused({SaleCode.SALE_NUMBER_TAKEN, SaleCode.SALE_TOO_OLD, SaleCode.SALE_IN_THE_FUTURE})
    @Roles({Role.NETWORK_OWNER, Role.POS_TERMINAL})
    ResponseEntity<Answer<ReceiptDocument>> record(
            @Valid @RequestBody SaleDocument sale,
            @RequestParam(name = "qrPng", defaultValue = "false") boolean image,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            Caller caller) {
        Locale language = Locale.of(PreferredLanguage.of(null, languages));
        return answers.created(
                commands.send(sale.command(SaleOrigin.TILL), caller),
                landed -> receipts.toPrint(landed, language, image));
    }
}
