package com.hotpotspot.command.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Adopting token policies, over HTTP. */
class PolicyDoorTest {

    private RunningCommandSide system;

    @BeforeEach
    void aNetworkWithOneNode() {
        system = new RunningCommandSide();
        system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
        system.post("/api/v1/nodes", """
                {"nodeId":"VAKE","type":"OWNER","city":"Tbilisi","ownerId":"founder"}""");
        system.post("/api/v1/nodes/VAKE/terminals", "{\"terminalId\":\"TILL-1\"}");
    }

    @AfterEach
    void stop() {
        system.close();
    }

    private static String byTheGel(Instant effectiveFrom, int buyerPercent) {
        return String.format(Locale.ROOT, """
        {"effectiveFrom":"%s","emission":"PER_GEL","emissionUnits":20,\
        "ownerSplit":{"owner":51,"buyer":%d,"royalty":0},\
        "franchiseSplit":{"owner":48,"buyer":49,"royalty":3}}""", effectiveFrom, buyerPercent);
    }

    private Reply sell(String number, Instant soldAt) {
        return system.post("/api/v1/sales", """
                {"nodeId":"VAKE","saleNumber":"%s","terminalId":"TILL-1","soldAt":"%s","items":[{"code":"KHI",\
                "name":"Khinkali","category":"Dumplings","quantity":5,"unitPriceTetri":180}],"totalTetri":900}""".formatted(number, soldAt));
    }

    @Test
    void everyMintNamesTheVersionInForceAtTheTimeOfItsSale() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant effective = before.plusSeconds(2);
        Reply adopted = system.post("/api/v1/policies", byTheGel(effective, 49));
        assertThat(adopted.status()).isEqualTo(201);
        assertThat(adopted.data().get("version").asInt()).isEqualTo(2);
        await().atMost(Duration.ofSeconds(30)).until(() -> Instant.now().isAfter(effective));

        Reply offline = sell("1", before);
        Reply now = sell("2", Instant.now());

        assertThat(offline.data().get("policyVersion").asInt()).isEqualTo(1);
        assertThat(offline.data().get("mintedUnits").asLong()).isEqualTo(100);
        assertThat(now.data().get("policyVersion").asInt()).isEqualTo(2);
        assertThat(now.data().get("mintedUnits").asLong()).isEqualTo(180);
    }

    @Test
    void anAdoptionSentAgainIsAnsweredAsAReplay() {
        Instant effective = Instant.now().plus(Duration.ofDays(1));
        Reply first = system.post("/api/v1/policies", byTheGel(effective, 49));

        Reply again = system.post("/api/v1/policies", byTheGel(effective, 49));

        assertThat(again.data()).isEqualTo(first.data());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void aPolicyIsWithdrawnByItsVersion() {
        system.post("/api/v1/policies", byTheGel(Instant.now().plus(Duration.ofDays(1)), 49));

        Reply withdrawn = system.post("/api/v1/policies/2/withdraw", "");

        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(withdrawn.data().get("withdrawn").asBoolean()).isTrue();
        assertThat(system.post("/api/v1/policies/3/withdraw", "").code()).isEqualTo("policy-unknown");
        assertThat(system.post("/api/v1/policies/two/withdraw", "").status()).isEqualTo(422);
        Reply next = system.post("/api/v1/policies", byTheGel(Instant.now().plus(Duration.ofHours(1)), 49));
        assertThat(next.data().get("version").asInt()).isEqualTo(3);
    }

    @Test
    void aPolicyThatDoesNotAddUpOrReachesBackIsRefused() {
        Reply tooLittle = system.post("/api/v1/policies", byTheGel(Instant.now().plusSeconds(60), 48));
        Reply past = system.post("/api/v1/policies", byTheGel(Instant.now().minusSeconds(60), 49));

        assertThat(tooLittle.status()).isEqualTo(422);
        assertThat(tooLittle.json().get("detail").asString()).contains("100 percent");
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.code()).isEqualTo("policy-reaches-back");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99})
    void whatCostsLessThanTheLeastTotalMintsNothingAndIssuesNoCheck(int tetri) {
        Reply reply = system.post("/api/v1/sales", String.format(Locale.ROOT, """
                {"nodeId":"VAKE","saleNumber":"3","terminalId":"TILL-1","soldAt":"%s","items":[{"code":"SWEET",\
                "name":"Sweet","category":"Other","quantity":1,"unitPriceTetri":%d}],"totalTetri":%d}""", Instant.now(), tetri, tetri));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.data().get("mintedUnits").asLong()).isZero();
        assertThat(reply.data().has("checkId")).isFalse();
    }
}
