package com.hotpotspot.command.sale;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.eventlog.StoredEvent;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Claiming receipts, over HTTP. */
class ClaimDoorTest {

    private static RunningCommandSide system;
    private static String wallet;
    private static String otherWallet;

    @BeforeAll
    static void aNetworkWithOneNodeAndTwoHolders() {
        system = new RunningCommandSide();
        system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
        system.post("/api/v1/nodes", """
                {"nodeId":"VAKE","type":"OWNER","city":"Tbilisi","ownerId":"founder"}""");
        system.post("/api/v1/nodes/VAKE/terminals", "{\"terminalId\":\"TILL-1\"}");
        wallet = walletOf("customer-1");
        otherWallet = walletOf("customer-2");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    private static String walletOf(String holder) {
        return system.post("/api/v1/wallets", "{\"holderId\":\"%s\"}".formatted(holder))
                .data()
                .get("walletId")
                .asString();
    }

    private static Reply sell(String number, String query) {
        return system.post(
                "/api/v1/sales" + query, """
                {"nodeId":"VAKE","saleNumber":"%s","terminalId":"TILL-1","soldAt":"%s","items":[{"code":"KHI",\
                "name":"Khinkali","category":"Dumplings","quantity":5,"unitPriceTetri":180}],"totalTetri":900}""".formatted(number, Instant.now().truncatedTo(ChronoUnit.DAYS)));
    }

    private static JsonNode sold(String number) {
        return sell(number, "").data();
    }

    private static Reply claim(JsonNode receipt, String code, String wallet) {
        return system.post(
                "/api/v1/checks/" + receipt.get("checkId").asString() + "/claim",
                "{\"claimCode\":\"%s\",\"walletId\":\"%s\"}".formatted(code, wallet));
    }

    private static String codeOf(JsonNode receipt) {
        return receipt.get("claimCode").asString();
    }

    private static String wrong(JsonNode receipt) {
        return codeOf(receipt).startsWith("0") ? "1111111111" : "0000000000";
    }

    @Test
    void theTillIsTheOnlyOneToldTheCode() {
        JsonNode receipt = sold("1");

        assertThat(codeOf(receipt)).matches("[0-9A-HJKMNP-TV-Z]{10}");
        assertThat(receipt.get("receiptLines").values())
                .extracting(JsonNode::asString)
                .anyMatch(line -> line.replace("-", "").replace(" ", "").contains(codeOf(receipt)));
        assertThat(receipt.has("qrPng")).isFalse();
    }

    @Test
    void theSameSaleAgainGetsTheSameCodeAgain() {
        assertThat(sold("2")).isEqualTo(sold("2"));
    }

    @Test
    void aTillThatCannotDrawGetsTheQrCodeAsAnImage() throws Exception {
        JsonNode receipt = sell("3", "?qrPng=true").data();

        byte[] png = Base64.getDecoder().decode(receipt.get("qrPng").asString());
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isPositive();
    }

    @Test
    void aRightCodeMovesTheUnitsToTheWallet() {
        JsonNode receipt = sold("4");

        Reply reply = claim(receipt, codeOf(receipt).toLowerCase(Locale.ROOT), wallet);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.data().get("units").asLong()).isEqualTo(49);
        assertThat(reply.data().get("walletId").asString()).isEqualTo(wallet);
        assertThat(claim(receipt, codeOf(receipt), wallet).header("Idempotency-Replayed"))
                .isEqualTo("true");
        assertThat(claim(receipt, codeOf(receipt), otherWallet).code()).isEqualTo("check-claimed");
    }

    @Test
    void whatIsScannedNeedsNoTyping() {
        JsonNode receipt = sold("5");
        String body = "{\"qr\":\"%s\",\"walletId\":\"%s\"}";

        Reply reply = system.post(
                "/api/v1/checks/claim", body.formatted(receipt.get("qr").asString(), wallet));
        Reply forged = system.post(
                "/api/v1/checks/claim", body.formatted(receipt.get("qr").asString() + "x", wallet));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(forged.status()).isEqualTo(422);
    }

    @Test
    void fiveWrongCodesLockTheCheckForTheRightOneToo() {
        JsonNode receipt = sold("6");
        for (int left = 4; left >= 1; left--) {
            Reply reply = claim(receipt, wrong(receipt), wallet);
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.code()).isEqualTo("claim-code-wrong");
            assertThat(reply.json().get("detail").asString()).contains(left == 1 ? "one attempt" : left + " attempts");
        }

        assertThat(claim(receipt, wrong(receipt), wallet).code()).isEqualTo("check-locked");
        assertThat(claim(receipt, codeOf(receipt), wallet).code()).isEqualTo("check-locked");
    }

    @Test
    void whatIsScannedIsTakenWhileTypedCodesAreNot() {
        JsonNode receipt = sold("scanned-when-locked");
        String customer = system.tokenFor("CUSTOMER", ",\"holderId\":\"customer-2\"");
        for (int i = 0; i < 5; i++) {
            claimAs(customer, receipt, wrong(receipt), otherWallet);
        }
        assertThat(claim(receipt, codeOf(receipt), wallet).code()).isEqualTo("check-locked");

        Reply scanned = system.post(
                "/api/v1/checks/claim",
                "{\"qr\":\"%s\",\"walletId\":\"%s\"}"
                        .formatted(receipt.get("qr").asString(), wallet));

        assertThat(scanned.status()).isEqualTo(201);
    }

    @Test
    void twentyWrongCodesOfAnAccountAreAllThatItMayTypeForAWhile() {
        String guesser = system.tokenFor("CUSTOMER", ",\"holderId\":\"customer-2\"");
        for (int i = 0; i < 20; i++) {
            JsonNode receipt = sold("guessed-" + i);
            assertThat(claimAs(guesser, receipt, wrong(receipt), otherWallet).code())
                    .isEqualTo("claim-code-wrong");
        }
        JsonNode receipt = sold("guessed-last");
        long head = system.log().head();

        Reply refused = claimAs(guesser, receipt, codeOf(receipt), otherWallet);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("claim-codes-exhausted");
        assertThat(refused.header("Retry-After")).isNotBlank();
        assertThat(system.log().head()).isEqualTo(head);
        assertThat(claim(receipt, codeOf(receipt), wallet).status()).isEqualTo(201);
    }

    private static Reply claimAs(String token, JsonNode receipt, String code, String wallet) {
        return system.as(token)
                .post(
                        "/api/v1/checks/" + receipt.get("checkId").asString() + "/claim",
                        "{\"claimCode\":\"%s\",\"walletId\":\"%s\"}".formatted(code, wallet));
    }

    @Test
    void theSameSaleFromAnotherAccountIsAnsweredWithoutTheCode() {
        String sale = saleOf("not-mine", Instant.now().truncatedTo(ChronoUnit.SECONDS));
        JsonNode receipt = system.post("/api/v1/sales", sale).data();
        String stranger = system.tokenFor("NETWORK_OWNER", "");

        Reply single = system.as(stranger).post("/api/v1/sales?qrPng=true", sale);
        Reply batch = system.as(stranger).post("/api/v1/sales/batch", "application/x-ndjson", sale);

        assertThat(single.status()).isEqualTo(201);
        assertThat(single.data().get("saleId")).isEqualTo(receipt.get("saleId"));
        assertThat(single.data().get("buyerUnits").asLong()).isEqualTo(49);
        for (String text : List.of(single.text(), batch.text())) {
            assertThat(text)
                    .doesNotContain(
                            codeOf(receipt),
                            codeOf(receipt).substring(0, 5) + "-",
                            "\"qr\"",
                            "\"claimCode\"",
                            "\"qrPng\"");
        }
        assertThat(batch.text()).contains("\"status\":\"replayed\"");
        assertThat(system.post("/api/v1/sales/batch", "application/x-ndjson", sale)
                        .text())
                .contains(codeOf(receipt));
    }

    @Test
    void theCodeOfAClaimedCheckIsToldNobodyAnyMore() {
        String sale = saleOf("claimed-before", Instant.now().truncatedTo(ChronoUnit.SECONDS));
        JsonNode receipt = system.post("/api/v1/sales", sale).data();
        claim(receipt, codeOf(receipt), wallet);

        JsonNode again = system.post("/api/v1/sales", sale).data();

        assertThat(again.get("checkId")).isEqualTo(receipt.get("checkId"));
        assertThat(again.has("claimCode")).isFalse();
        assertThat(again.has("qr")).isFalse();
    }

    @Test
    void aVoidedSaleSentAgainSaysSoAndHasNothingToPrint() {
        String sale = saleOf("voided-before", Instant.now().truncatedTo(ChronoUnit.SECONDS));
        JsonNode receipt = system.post("/api/v1/sales", sale).data();
        system.post(
                "/api/v1/sales/" + receipt.get("saleId").asString() + "/void",
                "{\"terminalId\":\"TILL-1\",\"reason\":\"NOT_SERVED\"}");

        JsonNode again = system.post("/api/v1/sales", sale).data();

        assertThat(receipt.has("voided")).isFalse();
        assertThat(again.get("voided").asBoolean()).isTrue();
        for (String gone : List.of("receiptLines", "claimCode", "qr", "qrPng")) {
            assertThat(again.has(gone)).as(gone).isFalse();
        }
    }

    private static String saleOf(String number, Instant soldAt) {
        return """
                {"nodeId":"VAKE","saleNumber":"%s","terminalId":"TILL-1","soldAt":"%s","items":[{"code":"KHI",\
                "name":"Khinkali","category":"Dumplings","quantity":5,"unitPriceTetri":180}],"totalTetri":900}""".formatted(number, soldAt);
    }

    @Test
    void ofAHundredClaimsAtOnceOneWins() throws Exception {
        JsonNode receipt = sold("7");
        List<Future<Reply>> replies = new ArrayList<>();
        try (ExecutorService claimants = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                String claimant = walletOf("rival-" + i);
                replies.add(claimants.submit(() -> claim(receipt, codeOf(receipt), claimant)));
            }
        }

        List<Integer> statuses =
                replies.stream().map(reply -> reply.resultNow().status()).toList();
        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses).allMatch(status -> status == 201 || status == 409);
        assertThat(system.log().read(0, 100_000).events())
                .filteredOn(event -> event.stream().equals("sale:VAKE:0000000007"))
                .extracting(StoredEvent::type)
                .containsOnlyOnce("check.claimed");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void noEventAndNoLogLineHoldsACode(CapturedOutput output) {
        JsonNode receipt = sold("8");
        claim(receipt, wrong(receipt), wallet);
        claim(receipt, codeOf(receipt), wallet);

        assertThat(system.log().read(0, 100_000).events())
                .extracting(event -> new String(event.payload(), UTF_8) + new String(event.metadata(), UTF_8))
                .noneMatch(text -> text.contains(codeOf(receipt)) || text.contains(wrong(receipt)));
        assertThat(output.getAll()).doesNotContain(codeOf(receipt)).doesNotContain(wrong(receipt));
    }
}
