package com.hotpotspot.command.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Opening wallets, over HTTP, and what the registry knows of them. */
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
}
