package com.hotpotspot.events.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.events.json.EventType;
import com.hotpotspot.events.json.EventTypes;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NetworkEvent;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeEvent;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.sale.CheckClaimed;
import com.hotpotspot.events.sale.CheckExpired;
import com.hotpotspot.events.sale.SaleEvent;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.TokensBurned;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.events.wallet.WalletEvent;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MovementsTest {

    private static final NodeId VAKE = new NodeId("VAKE");
    private static final SaleId SALE = SaleId.of(VAKE, new SaleNumber("1"));
    private static final WalletId OWNER = WalletKind.FRANCHISE.walletOf("owner");
    private static final WalletId FOUNDER = WalletKind.MASTER.walletOf("founder");
    private static final WalletId CUSTOMER = WalletKind.CUSTOMER.walletOf("customer");
    private static final WalletId CHECK = SALE.check().wallet();

    private static final TokensMinted MINTED = new TokensMinted(
            SALE,
            VAKE,
            1,
            Units.of(100),
            OWNER,
            Units.of(48),
            CHECK,
            Units.of(49),
            FOUNDER,
            Units.of(3),
            Instant.parse("2026-03-02T10:00:00Z"));

    @Test
    void genesisComesFromNowhere() {
        assertThat(Movements.of(
                        new NetworkFounded(new OwnerId("founder"), FOUNDER, Units.of(100), NetworkPurpose.LIVE)))
                .containsExactly(new Movement(null, FOUNDER, Units.of(100), MovementReason.GENESIS));
    }

    @Test
    void aMintCreditsEachWhoHasAShare() {
        assertThat(Movements.of(MINTED))
                .containsExactly(
                        new Movement(null, OWNER, Units.of(48), MovementReason.SALE),
                        new Movement(null, CHECK, Units.of(49), MovementReason.SALE),
                        new Movement(null, FOUNDER, Units.of(3), MovementReason.SALE));
    }

    @Test
    void aShareOfNothingMovesNothing() {
        TokensMinted atAnOwnersNode = new TokensMinted(
                SALE,
                VAKE,
                1,
                Units.of(100),
                FOUNDER,
                Units.of(51),
                CHECK,
                Units.of(49),
                FOUNDER,
                Units.ZERO,
                MINTED.voidableUntil());

        assertThat(Movements.of(atAnOwnersNode)).extracting(Movement::to).containsExactly(FOUNDER, CHECK);
    }

    @Test
    void aVoidTakesBackWhatTheMintGave() {
        List<Movement> given = Movements.of(MINTED);
        List<Movement> taken = Movements.of(TokensBurned.all(MINTED));

        assertThat(taken)
                .extracting(Movement::from)
                .containsExactlyElementsOf(given.stream().map(Movement::to).toList());
        assertThat(taken)
                .extracting(Movement::units)
                .containsExactlyElementsOf(given.stream().map(Movement::units).toList());
        assertThat(taken).allSatisfy(movement -> assertThat(movement.to()).isNull());
    }

    @Test
    void aCheckIsEmptiedByItsClaimOrItsEnd() {
        assertThat(Movements.of(new CheckClaimed(SALE, SALE.check(), CHECK, CUSTOMER, Units.of(49))))
                .containsExactly(new Movement(CHECK, CUSTOMER, Units.of(49), MovementReason.CLAIM));
        assertThat(Movements.of(new CheckExpired(SALE, SALE.check(), CHECK, WalletId.RESERVE, Units.of(49))))
                .containsExactly(new Movement(CHECK, WalletId.RESERVE, Units.of(49), MovementReason.EXPIRY));
    }

    @Test
    void nothingMovesFromNowhereToNowhere() {
        assertThatThrownBy(() -> new Movement(null, null, Units.of(1), MovementReason.SALE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Movement(null, OWNER, Units.ZERO, MovementReason.SALE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Those features' events are told apart one by one, which the compiler sees to. */
    @Test
    void everyEventThatNamesAWalletBelongsToAFeatureOfWhichAllAreListed() {
        assertThat(EventTypes.all())
                .extracting(EventType::payload)
                .filteredOn(MovementsTest::namesAWallet)
                .isNotEmpty()
                .allMatch(type -> Stream.of(SaleEvent.class, NetworkEvent.class, NodeEvent.class, WalletEvent.class)
                        .anyMatch(feature -> feature.isAssignableFrom(type)));
    }

    private static boolean namesAWallet(Class<?> event) {
        return Stream.of(event.getRecordComponents())
                .map(RecordComponent::getType)
                .anyMatch(WalletId.class::equals);
    }
}
