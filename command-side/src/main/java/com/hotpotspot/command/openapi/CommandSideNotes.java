package com.hotpotspot.command.openapi;

import com.hotpotspot.openapi.DoorNote;
import com.hotpotspot.openapi.Schemas;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.stream.Stream;

/** A line about each door, and what else its method does not say. */
final class CommandSideNotes {

    private CommandSideNotes() {}

    static List<DoorNote> all() {
        return Stream.of(accounts(), network(), sales(), others())
                .flatMap(List::stream)
                .toList();
    }

    private static List<DoorNote> accounts() {
        return List.of(
                created("POST /api/v1/accounts", "createAccount", "Create an account for a program or a person"),
                note("POST /api/v1/accounts/{accountId}/close", "closeAccount", "Close an account for good"),
                created("POST /api/v1/accounts/{accountId}/credentials", "issueCredential", "Issue a client secret")
                        .saying("The secret is in this one answer and never again."
                                + " An account has at most two; issue one, change over, revoke the other."),
                created(
                                "POST /api/v1/accounts/{accountId}/credentials/proposals",
                                "proposeCredential",
                                "Propose a client secret that takes two people")
                        .saying("For an account that may do what the caller may not, such as a regulator's, or that"
                                + " somebody else signs in with. It lapses after seven days."),
                created(
                                "POST /api/v1/accounts/{accountId}/credentials/{credentialId}/confirm",
                                "confirmCredential",
                                "Confirm a client secret that another person proposed")
                        .saying("Whoever confirms is shown the secret, in this one answer and never again."),
                note(
                        "POST /api/v1/accounts/{accountId}/credentials/{credentialId}/revoke",
                        "revokeCredential",
                        "Revoke a client secret"),
                created("POST /api/v1/accounts/{accountId}/roles", "grantRole", "Grant a role")
                        .saying(
                                "ADMIN grants any role, NETWORK_OWNER grants FRANCHISEE and POS_TERMINAL, COMPLIANCE_HEAD grants"
                                        + " COMPLIANCE_OFFICER, and nobody grants a role to themselves."),
                note("POST /api/v1/accounts/{accountId}/roles/{role}/revoke", "revokeRole", "Revoke a role"));
    }

    private static List<DoorNote> network() {
        return List.of(
                created("POST /api/v1/network", "foundNetwork", "Found the network, once"),
                created("POST /api/v1/network/void-approval", "setVoidApproval", "Say which voids take an approval")
                        .saying("Voids of sales that come to more than this take the approval of somebody else."),
                created("POST /api/v1/network/business-day", "setBusinessDay", "Say when business days begin")
                        .saying("From the named day on they begin at this time of day in Tbilisi, 00:00 to 06:00. A day"
                                + " that has begun, or does within ten minutes, is not moved."),
                created("POST /api/v1/nodes", "registerNode", "Register a node"),
                note("POST /api/v1/nodes/{nodeId}/activate", "activateNode", "Let a node sell again"),
                note("POST /api/v1/nodes/{nodeId}/deactivate", "deactivateNode", "Keep a node from selling"),
                note("POST /api/v1/nodes/{nodeId}/owner", "changeNodeOwner", "Give a node to another owner"),
                created("POST /api/v1/nodes/{nodeId}/terminals", "authoriseTerminal", "Let a till sell for a node")
                        .saying("The till's client id and secret are in this answer;"
                                + " the secret is in no other, not even in the answer to the same request."),
                note(
                        "POST /api/v1/nodes/{nodeId}/terminals/{terminalId}/revoke",
                        "revokeTerminal",
                        "Keep a till from selling"),
                note(
                        "POST /api/v1/nodes/{nodeId}/terminals/{terminalId}/secret",
                        "replaceTerminalSecret",
                        "Replace a till's secret"),
                created("POST /api/v1/policies", "adoptPolicy", "Adopt a token policy")
                        .saying("It takes effect at least a second and at most 366 days from now."
                                + " What is left out is as in the first policy."),
                note("POST /api/v1/policies/{version}/withdraw", "withdrawPolicy", "Withdraw a token policy")
                        .saying("Until it takes effect. Its number is not given again."),
                created("POST /api/v1/wallets", "openWallet", "Open a holder's wallet"));
    }

    private static List<DoorNote> sales() {
        Schema<Object> image = Schemas.bool();
        image.setDefault(false);
        return List.of(
                created("POST /api/v1/sales", "recordSale", "Record a sale")
                        .saying(
                                "Known by its node and number: sent again with the same content it gets the same answer,"
                                        + " with other content it is refused. The claim code and the QR text are told again"
                                        + " only to the account that recorded it, within 7 days and while there is something"
                                        + " to claim; of a sale that was voided the answer says so and has nothing to print.")
                        .query("qrPng", image, "Whether to answer with the QR code as an image, too.")
                        .refuses(404),
                note("POST /api/v1/sales/batch", "recordSales", "Record what a till saved while it was offline")
                        .saying("At most 5,000 lines. Each line has an outcome of its own, in order, with status 200"
                                + " whatever the outcomes are; `line` counts blank lines, too. A line that could not be"
                                + " recorded (codes `log-unavailable` and `overloaded`) is to be sent again. Of a batch"
                                + " that is too long the first line beyond the limit is refused (`content-too-large`)"
                                + " and the rest is not read. Lines are recorded as they come in: after any other"
                                + " status than 200 send the batch again, what was recorded is then `replayed`."),
                note("POST /api/v1/imports/sales", "importSales", "Import sales from before the system")
                        .saying("As a batch, but sales may be of any age."),
                created("POST /api/v1/sales/{saleId}/void", "voidSale", "Take a sale back as a whole")
                        .saying(
                                "Within the void window, and until its check is claimed. Asked again for the same reason it gets"
                                        + " the same answer, for another reason it is refused. Above the amount that the network"
                                        + " owner has set it takes an approval."),
                created("POST /api/v1/sales/{saleId}/void/approval", "approveVoid", "Approve of a void")
                        .saying("Good for ten minutes, and for a void that somebody else asks for."),
                created("POST /api/v1/sales/{saleId}/refunds", "refundSale", "Give money back")
                        .saying(
                                "After the void window. The answer says which part of the sale's tokens is asked back."),
                created("POST /api/v1/checks/{checkId}/claim", "claimCheck", "Claim a receipt by its typed code")
                        .saying("Five wrong codes in a row lock the check for 30 minutes against codes that are typed."
                                + " An account that types twenty wrong ones within an hour is answered 429"
                                + " (`claim-codes-exhausted`) until the hour is over."),
                created("POST /api/v1/checks/claim", "claimScannedCheck", "Claim a receipt by its scanned QR code")
                        .saying("It is signed, so that a lock does not concern it.")
                        .refuses(404));
    }

    private static List<DoorNote> others() {
        return List.of(
                note("GET /api/v1/health", "health", "Whether this side takes commands")
                        .refuses(503),
                note("GET /v3/api-docs", "apiDocument", "This document")
                        .answers("application/json", Schemas.of("object"))
                        .refuses(503));
    }

    private static DoorNote note(String door, String operationId, String summary) {
        return DoorNote.of(door, operationId, summary);
    }

    private static DoorNote created(String door, String operationId, String summary) {
        return note(door, operationId, summary)
                .creates()
                .answersHeader(
                        "Idempotency-Replayed",
                        Schemas.text(List.of("true")),
                        "Where this is the answer to a repetition.");
    }
}
