package com.hotpotspot.query.wallet;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.wallet.HolderId;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.events.wallet.WalletLabel;
import com.hotpotspot.events.wallet.WalletOpened;
import com.hotpotspot.events.wallet.WalletReinstated;
import com.hotpotspot.events.wallet.WalletSuspended;
import com.hotpotspot.query.projection.ProjectedLog;
import com.hotpotspot.query.testing.WrittenLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Given events, then rows; in batches of one and of all. */
class WalletRowsTest {

    private static final WalletId CHARITY = WalletKind.CHARITY.walletOf("kitchen");

    private final ProjectedLog projected = new ProjectedLog(WalletsProjection.NAME, WalletsProjection::new);
    private final WrittenLog log = projected.log;

    @AfterEach
    void close() {
        projected.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void unitsGoWhereEachEventMovesThemAndChecksAreCountedTogether(int batchSize) {
        log.found(NetworkPurpose.LIVE);
        NodeId gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
        for (String number : new String[] {"kept", "claimed", "expired", "voided"}) {
            log.sell(gori, number, "2026-01-15T10:00:00Z", khinkali(1));
        }
        log.claim(gori, "claimed");
        log.expire(gori, "expired");
        log.takeBack(gori, "voided");
        projected.project(batchSize);

        assertThat(projected.rows("kind, units, holder", "wallet"))
                .containsExactly(
                        "CUSTOMER 49 null", "FRANCHISE 144 owner-of-GORI", "MASTER 109 founder", "RESERVE 49 null");
        assertThat(projected.rows("wallets, units", "checks")).containsExactly("4 49");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void aWalletKeepsItsLabelAndSaysSinceWhenItIsAsItIs(int batchSize) {
        log.append(
                new WalletOpened(CHARITY, WalletKind.CHARITY, new HolderId("kitchen"), new WalletLabel("Soup kitchen")),
                new WalletSuspended(CHARITY),
                new WalletReinstated(CHARITY),
                new WalletSuspended(CHARITY));
        projected.project(batchSize);

        assertThat(projected.rows("wallet, kind, units, holder, label, opened, suspended, state_since", "wallet"))
                .containsExactly(CHARITY + " CHARITY 0 kitchen Soup kitchen 0 t 3");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void theFoundersWalletStaysTheFoundersWhateverNodeTheyTakeOver(int batchSize) {
        log.found(NetworkPurpose.LIVE);
        NodeId gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
        OwnerId founder = WrittenLog.FOUNDER;
        log.append(new NodeOwnerChanged(gori, founder, founder.wallet()));
        projected.project(batchSize);

        assertThat(projected.rows("kind, units, holder", "wallet"))
                .containsExactly("FRANCHISE 0 owner-of-GORI", "MASTER 100 founder", "RESERVE 0 null");
    }
}
