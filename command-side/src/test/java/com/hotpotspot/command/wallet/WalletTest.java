package com.hotpotspot.command.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.command.network.NetworkRegistry;
import com.hotpotspot.command.testing.Fixtures;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.wallet.HolderId;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.events.wallet.WalletLabel;
import com.hotpotspot.events.wallet.WalletOpened;
import com.hotpotspot.events.wallet.WalletReinstated;
import com.hotpotspot.events.wallet.WalletSuspended;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a wallet is opened with, when it is suspended, and when no longer. */
class WalletTest {

    private static final OwnerId FOUNDER = new OwnerId("founder");
    private static final OwnerId FRANCHISEE = new OwnerId("franchisee");
    private static final NetworkFounded FOUNDED =
            new NetworkFounded(FOUNDER, FOUNDER.wallet(), Units.of(100), NetworkPurpose.LIVE);
    private static final HolderId NINO = new HolderId("nino");
    private static final WalletId WALLET = OpenWallet.walletOf(NINO);
    private static final WalletOpened OPENED = new WalletOpened(WALLET, WalletKind.CUSTOMER, NINO, null);
    private static final WalletSuspended SUSPENDED = new WalletSuspended(WALLET);
    private static final WalletReinstated REINSTATED = new WalletReinstated(WALLET);

    static final WalletId[] THAT_CAME_WITH_THE_NETWORK = {FOUNDER.wallet(), FRANCHISEE.wallet()};
    static final WalletId[] OF_CHECKS_AND_THE_RESERVE = {WalletKind.CHECK.walletOf("VAKE:1"), WalletId.RESERVE};

    private final AggregateTestFixture<Wallet> fixture = Fixtures.of(Wallet.class);
    private final WalletRegistry wallets = new WalletRegistry();

    @BeforeEach
    void aNetworkWithOneCustomer() {
        wallets.on(FOUNDED);
        wallets.on(new NodeRegistered(
                new NodeId("BATUMI"), NodeType.FRANCHISE, new City("Batumi"), FRANCHISEE, FRANCHISEE.wallet()));
        wallets.on(OPENED);
        fixture.registerInjectableResource(wallets);
    }

    @Test
    void ofAnOrganisationHasTheLabelThatItWasOpenedWith() {
        HolderId fund = new HolderId("fund-1");
        WalletId wallet = WalletKind.CHARITY.walletOf("fund-1");
        OpenWallet first = new OpenWallet(fund, WalletKind.CHARITY, Optional.of(new WalletLabel("Children's fund")));
        WalletOpened opened = new WalletOpened(wallet, WalletKind.CHARITY, fund, new WalletLabel("Children's fund"));
        OpenWallet again = new OpenWallet(fund, WalletKind.CHARITY, Optional.empty());

        opening().givenNoPriorActivity().when(first).expectEvents(opened);
        opening().given(opened).when(again).expectNoEvents().expectResultMessagePayload(opened);
    }

    @Test
    void ofAPersonHasNoLabelThatMightNameThem() {
        Optional<WalletLabel> name = Optional.of(new WalletLabel("Nino"));

        assertThatThrownBy(() -> new OpenWallet(NINO, WalletKind.CUSTOMER, name))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("label");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CUSTOMER", "CHARITY"})
    void ofAnotherKindIsNotOpened(WalletKind kind) {
        assertThatThrownBy(() -> new OpenWallet(NINO, kind, Optional.empty()))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("kind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a@b", "a/b", "a\nb", "+995 555 12 34 56", "<b>", "\u3164"})
    void hasNoLabelOfOtherSigns(String label) {
        assertThatThrownBy(() -> new WalletLabel(label)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void hasALabelOfFortySignsAtMostInAnyScript() {
        assertThat(new WalletLabel("ბავშვთა ფონდი 2")).hasToString("ბავშვთა ფონდი 2");
        assertThat(new WalletLabel("x".repeat(40)).value()).hasSize(40);
        assertThatThrownBy(() -> new WalletLabel("x".repeat(41))).isInstanceOf(InvalidValue.class);
    }

    private static AggregateTestFixture<Wallet> opening() {
        NetworkRegistry network = new NetworkRegistry();
        network.on(FOUNDED);
        AggregateTestFixture<Wallet> fixture = Fixtures.of(Wallet.class);
        fixture.registerInjectableResource(network);
        return fixture;
    }

    @Test
    void isSuspendedAndReinstated() {
        fixture.given(OPENED)
                .when(new SuspendWallet(WALLET))
                .expectEvents(SUSPENDED)
                .expectResultMessagePayload(SUSPENDED);
        fixture.given(OPENED, SUSPENDED)
                .when(new ReinstateWallet(WALLET))
                .expectEvents(REINSTATED)
                .expectResultMessagePayload(REINSTATED);
    }

    @Test
    void isNotSuspendedTwice() {
        fixture.given(OPENED, SUSPENDED)
                .when(new SuspendWallet(WALLET))
                .expectNoEvents()
                .expectResultMessagePayload(SUSPENDED);
    }

    @Test
    void isNotReinstatedUnlessSuspended() {
        fixture.given(OPENED).when(new ReinstateWallet(WALLET)).expectNoEvents().expectResultMessagePayload(REINSTATED);
        fixture.given(OPENED, SUSPENDED, REINSTATED)
                .when(new ReinstateWallet(WALLET))
                .expectNoEvents();
    }

    @Test
    void isSuspendedAgainAfterItWasReinstated() {
        fixture.given(OPENED, SUSPENDED, REINSTATED)
                .when(new SuspendWallet(WALLET))
                .expectEvents(SUSPENDED);
    }

    /** Nothing has happened in their streams before. */
    @ParameterizedTest
    @FieldSource("THAT_CAME_WITH_THE_NETWORK")
    void thatCameWithTheNetworkIsSuspendedAndReinstatedLikeOthers(WalletId wallet) {
        fixture.givenNoPriorActivity().when(new SuspendWallet(wallet)).expectEvents(new WalletSuspended(wallet));
        fixture.given(new WalletSuspended(wallet))
                .when(new ReinstateWallet(wallet))
                .expectEvents(new WalletReinstated(wallet));
        fixture.givenNoPriorActivity().when(new ReinstateWallet(wallet)).expectNoEvents();
    }

    @Test
    void thatNobodyHasIsUnknown() {
        WalletId nobodys = OpenWallet.walletOf(new HolderId("nobody"));

        refused(fixture.givenNoPriorActivity().when(new SuspendWallet(nobodys)), UnknownCode.WALLET_UNKNOWN);
        refused(fixture.givenNoPriorActivity().when(new ReinstateWallet(nobodys)), UnknownCode.WALLET_UNKNOWN);
    }

    @ParameterizedTest
    @FieldSource("OF_CHECKS_AND_THE_RESERVE")
    void ofACheckOrTheReserveCannotBeSuspended(WalletId wallet) {
        refused(fixture.givenNoPriorActivity().when(new SuspendWallet(wallet)), WalletCode.WALLET_CANNOT_BE_SUSPENDED);
        refused(
                fixture.givenNoPriorActivity().when(new ReinstateWallet(wallet)),
                WalletCode.WALLET_CANNOT_BE_SUSPENDED);
    }

    @Test
    void thatIsSuspendedReceivesAllTheSame() {
        wallets.on(SUSPENDED);

        assertThat(wallets.mayClaim(WALLET)).isEqualTo(Verdict.allowed());
    }

    private static void refused(ResultValidator<?> outcome, PublicCode code) {
        outcome.expectNoEvents()
                .expectException(CommandRefused.class)
                .expectException(Matchers.<CommandRefused>predicate(refusal -> refusal.code() == code));
    }
}
