package com.hotpotspot.command.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.wallet.HolderId;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Opening, suspending and reinstating wallets, over HTTP, and what the registry knows of them. */
class WalletDoorTest {

    private static RunningCommandSide system;

    @BeforeAll
    static void aNetwork() {
        system = new RunningCommandSide();
        system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
        system.post("/api/v1/nodes", """
                {"nodeId":"BATUMI","type":"FRANCHISE","city":"Batumi","ownerId":"franchisee"}""");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void aHolderHasOneWalletHoweverOftenItIsAskedFor() {
        Reply first = system.post("/api/v1/wallets", "{\"holderId\":\"customer-1\"}");
        Reply again = system.post("/api/v1/wallets", "{\"holderId\":\"customer-1\"}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.data().get("kind").asString()).isEqualTo("CUSTOMER");
        assertThat(again.data()).isEqualTo(first.data());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void anOrganisationsWalletHasALabelAndAPersonsHasNone() {
        Reply fund = system.post(
                "/api/v1/wallets", "{\"holderId\":\"fund-1\",\"kind\":\"CHARITY\",\"label\":\"Children's fund\"}");
        Reply again = system.post("/api/v1/wallets", "{\"holderId\":\"fund-1\",\"kind\":\"CHARITY\"}");
        Reply person = system.post("/api/v1/wallets", "{\"holderId\":\"customer-9\",\"label\":\"Nino\"}");

        assertThat(fund.status()).isEqualTo(201);
        assertThat(fund.data().get("walletId").asString()).startsWith("cha-");
        assertThat(fund.data().get("label").asString()).isEqualTo("Children's fund");
        assertThat(again.data()).isEqualTo(fund.data());
        assertThat(person.status()).isEqualTo(422);
        assertThat(person.text()).contains("\"field\":\"label\"").doesNotContain("Nino");
    }

    @Test
    void aCustomerOpensNoWalletOfAnOrganisation() {
        String customer = system.tokenFor("CUSTOMER", ",\"holderId\":\"customer-8\"");
        String fund = "{\"holderId\":\"customer-8\",\"kind\":\"CHARITY\"}";

        assertThat(system.as(customer)
                        .post("/api/v1/wallets", "application/json", fund)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theNetworksOwnWalletsAreKnownByTheirKind() {
        WalletRegistry wallets = system.context().getBean(WalletRegistry.class);

        assertThat(kindOf(wallets, new OwnerId("founder").wallet())).isEqualTo(WalletKind.MASTER);
        assertThat(kindOf(wallets, new OwnerId("franchisee").wallet())).isEqualTo(WalletKind.FRANCHISE);
        assertThat(kindOf(wallets, WalletId.RESERVE)).isEqualTo(WalletKind.RESERVE);
    }

    private static WalletKind kindOf(WalletRegistry wallets, WalletId wallet) {
        return wallets.find(wallet).orElseThrow().kind();
    }

    @Test
    void aHolderIdIsNotFreeText() {
        Reply reply = system.post("/api/v1/wallets", "{\"holderId\":\"somebody@example.org\"}");

        assertThat(reply.status()).isEqualTo(422);
    }

    @Test
    void aWalletIsSuspendedAndReinstated() {
        String wallet = customersWallet("customer-2");
        Reply suspended = system.post(wallet + "/suspend", "");
        Reply reinstated = system.post(wallet + "/reinstate", "");

        assertThat(suspended.status()).isEqualTo(200);
        assertThat(wallet).endsWith(suspended.data().get("walletId").asString());
        assertThat(suspended.data().get("suspended").asBoolean()).isTrue();
        assertThat(reinstated.status()).isEqualTo(200);
        assertThat(reinstated.data().get("suspended").asBoolean()).isFalse();
        assertThat(reinstated.data().get("position").asLong())
                .isGreaterThan(suspended.data().get("position").asLong());
    }

    @Test
    void whatIsAskedForTwiceChangesNothingAndIsAnsweredAsBefore() {
        String wallet = customersWallet("customer-3");
        for (String command : List.of("/suspend", "/reinstate")) {
            Reply first = system.post(wallet + command, "");
            long head = system.log().head();

            Reply again = system.post(wallet + command, "");

            assertThat(again.status()).isEqualTo(200);
            assertThat(again.data()).isEqualTo(first.data());
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(system.log().head()).isEqualTo(head);
        }
    }

    /** Its stream begins with that. */
    @Test
    void theFoundersWalletIsSuspendedAndReinstatedToo() {
        String wallet = "/api/v1/wallets/" + new OwnerId("founder").wallet();
        Reply nothingToDo = system.post(wallet + "/reinstate", "");

        assertThat(nothingToDo.status()).isEqualTo(200);
        assertThat(nothingToDo.data().get("suspended").asBoolean()).isFalse();
        assertThat(nothingToDo.data().has("position")).isFalse();
        assertThat(system.post(wallet + "/suspend", "").status()).isEqualTo(200);
        assertThat(system.post(wallet + "/reinstate", "").data().has("position"))
                .isTrue();
    }

    @Test
    void aWalletThatIsNotThereIsNotFound() {
        String wallet = "/api/v1/wallets/" + OpenWallet.walletOf(new HolderId("nobody"));

        for (String command : List.of("/suspend", "/reinstate")) {
            Reply reply = system.post(wallet + command, "");
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.code()).isEqualTo("wallet-unknown");
        }
        assertThat(system.post("/api/v1/wallets/mine/suspend", "").status()).isEqualTo(422);
    }

    @Test
    void theWalletsOfChecksAndTheReserveCannotBeSuspended() {
        for (WalletId wallet : List.of(WalletKind.CHECK.walletOf("BATUMI:1"), WalletId.RESERVE)) {
            Reply reply = system.post("/api/v1/wallets/" + wallet + "/suspend", "");
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.code()).isEqualTo("wallet-cannot-be-suspended");
        }
    }

    private static String customersWallet(String holder) {
        return "/api/v1/wallets/"
                + system.post("/api/v1/wallets", "{\"holderId\":\"%s\"}".formatted(holder))
                        .data()
                        .get("walletId")
                        .asString();
    }
}
