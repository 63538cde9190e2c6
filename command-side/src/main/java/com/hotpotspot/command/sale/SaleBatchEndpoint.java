package com.hotpotspot.command.sale;

import com.hotpotspot.access.Roles;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.web.Bodies;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.limits.ByteBudget;
import com.hotpotspot.limits.Limits;
import com.hotpotspot.limits.Pace;
import com.hotpotspot.openapi.Lines;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The doors for many sales at once: what a till saved while it was offline, and history from before the system. A batch
 * is a list of independent sales; each line gets its own outcome, in order.
 */
@RestController
class SaleBatchEndpoint {

    private final Commands commands;
    private final SaleLines lines;
    private final Receipts receipts;
    private final JsonMapper json;
    private final ByteBudget<AccountId> bytesUnderWay;
    private final Limits limits;

    SaleBatchEndpoint(
            Commands commands,
            SaleLines lines,
            Receipts receipts,
            JsonMapper json,
            ByteBudget<AccountId> bytesUnderWay,
            Limits limits) {
        this.commands = commands;
        this.lines = lines;
        this.receipts = receipts;
        this.json = json;
        this.bytesUnderWay = bytesUnderWay;
        this.limits = limits;
    }

    @PostMapping(path = "/api/v1/sales/batch", consumes = Bodies.NDJSON)
    @Operation(
            operationId = "recordSales",
            summary = "Record what a till saved while it was offline",
            description =
                    "At most 5,000 lines. Each line has an outcome of its own, in order, with status 200 whatever the outcomes are; `line` counts blank lines, too. A line that could not be recorded (codes `log-unavailable` and `overloaded`) is to be sent again. Of a batch that is too long the first line beyond the limit is refused (`content-too-large`) and the rest is not read. Lines are recorded as they come in: after any other status than 200 send the batch again, what was recorded is then `replayed`. A line is refused with the codes of a single sale.")
    @Roles({Role.NETWORK_OWNER, Role.POS_TERMINAL})
    @Lines(request = SaleDocument.class, answer = BatchLine.class)
    void recordBatch(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        record(SaleOrigin.TILL, caller, request, response);
    }

    @PostMapping(path = "/api/v1/imports/sales", consumes = Bodies.NDJSON)
    @Operation(
            operationId = "importSales",
            summary = "Import sales from before the system",
            description = "As a batch, but sales may be of any age.")
    @Roles(Role.NETWORK_OWNER)
    @Lines(request = SaleDocument.class, answer = BatchLine.class)
    void importSales(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        record(SaleOrigin.IMPORT, caller.importing(), request, response);
    }

    private void record(SaleOrigin origin, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try (ByteBudget<AccountId>.Share share = bytesUnderWay.open(caller.account())) {
            share.take(BatchReader.HOLDS);
            response.setContentType(Bodies.NDJSON);
            HeldAnswers answers = new HeldAnswers(response.getOutputStream(), share, new Pace(limits.deadlines()));
            new SaleBatch(commands, lines, receipts, json, origin, caller, share, answers)
                    .record(new BatchReader(request.getInputStream()));
        }
        response.getOutputStream().flush();
    }
}
