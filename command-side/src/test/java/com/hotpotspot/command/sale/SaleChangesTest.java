package com.hotpotspot.command.sale;

import static com.hotpotspot.command.sale.SaleTest.Given.BATUMI;
import static com.hotpotspot.command.sale.SaleTest.Given.FOUNDER;
import static com.hotpotspot.command.sale.SaleTest.Given.NOW;
import static com.hotpotspot.command.sale.SaleTest.Given.TILL;
import static com.hotpotspot.command.sale.SaleTest.Given.aNetwork;
import static com.hotpotspot.command.sale.SaleTest.Given.khinkali;
import static com.hotpotspot.command.sale.SaleTest.Given.sale;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.command.account.AccountRegistry;
import com.hotpotspot.command.dispatch.Command;
import com.hotpotspot.command.network.NetworkRegistry;
import com.hotpotspot.command.network.NodeCode;
import com.hotpotspot.command.policy.TokenPolicies;
import com.hotpotspot.command.testing.Fixtures;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.command.wallet.OpenWallet;
import com.hotpotspot.command.wallet.WalletCode;
import com.hotpotspot.command.wallet.WalletRegistry;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialRevoked;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.account.RoleRevoked;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.network.TerminalRevoked;
import com.hotpotspot.events.network.VoidApprovalSet;
import com.hotpotspot.events.sale.CheckClaimed;
import com.hotpotspot.events.sale.CheckCodeRefused;
import com.hotpotspot.events.sale.CheckExpired;
import com.hotpotspot.events.sale.CheckId;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.CheckLocked;
import com.hotpotspot.events.sale.CheckVoided;
import com.hotpotspot.events.sale.RefundNumber;
import com.hotpotspot.events.sale.RefundReason;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.SaleVoidApproved;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.TokensBurned;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.events.sale.VoidReason;
import com.hotpotspot.events.wallet.HolderId;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.events.wallet.WalletOpened;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of a sale and its check after the recording. */
class SaleChangesTest {

    private static final RecordSale COMMAND = sale(BATUMI, khinkali(5));
    private static final SaleId SALE = COMMAND.sale();
    private static final CheckId CHECK = SALE.check();
    private static final HolderId NINO = new HolderId("customer-1");
    private static final WalletId WALLET = new OpenWallet(NINO).wallet();
    private static final WalletId OTHER_WALLET = FOUNDER.wallet();
    private static final TokensMinted MINTED = new TokensMinted(
            SALE,
            BATUMI,
            1,
            Units.of(100),
            WalletKind.FRANCHISE.walletOf("franchisee"),
            Units.of(48),
            CHECK.wallet(),
            Units.of(49),
            FOUNDER.wallet(),
            Units.of(3),
            NOW.plus(Duration.ofHours(24)));
    private static final CheckIssued ISSUED =
            new CheckIssued(SALE, CHECK, CHECK.wallet(), Units.of(49), NOW.plus(Duration.ofDays(365)));
    private static final CheckClaimed CLAIMED = new CheckClaimed(SALE, CHECK, CHECK.wallet(), WALLET, Units.of(49));
    private static final AccountId CASHIER = new AccountId("till-6-batumi-till-1");
    private static final AccountId ADMIN = new AccountId("administrator");
    private static final AccountId MANAGER = new AccountId("manager");
    private static final SaleVoided VOIDED = new SaleVoided(
            SALE, BATUMI, TILL, COMMAND.soldAt(), COMMAND.total(), VoidReason.PAYMENT_FAILED, CASHIER, null);
    private static final Instant WINDOW_END = MINTED.voidableUntil();
    private static final Instant CLAIM_END = ISSUED.claimableUntil();

    private final NetworkRegistry network = aNetwork();
    private final WalletRegistry wallets = new WalletRegistry();
    private final AccountRegistry accounts = new AccountRegistry();

    SaleChangesTest() {
        wallets.on(new NetworkFounded(FOUNDER, FOUNDER.wallet(), Units.of(100), NetworkPurpose.LIVE));
        wallets.on(new WalletOpened(WALLET, WalletKind.CUSTOMER, NINO, null));
    }

    private ResultValidator<Sale> when(Instant now, Command<?> command, Object... happenedSince) {
        AggregateTestFixture<Sale> fixture = Fixtures.of(Sale.class);
        fixture.registerInjectableResource(network);
        fixture.registerInjectableResource(wallets);
        fixture.registerInjectableResource(accounts);
        fixture.registerInjectableResource(new TokenPolicies());
        fixture.registerInjectableResource((Customers) customer -> Optional.empty());
        fixture.registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
        List<Object> history = new ArrayList<>(List.of(COMMAND.fact(), MINTED, ISSUED));
        history.addAll(List.of(happenedSince));
        return fixture.given(history).when(command);
    }

    private static void refused(ResultValidator<Sale> result, PublicCode code) {
        result.expectNoEvents().expectException(Matchers.<CommandRefused>predicate(refusal -> refusal.code() == code));
    }

    @Nested
    class AVoid {

        private final VoidSale voidSale = new VoidSale(SALE, TILL, VoidReason.PAYMENT_FAILED, CASHIER);

        @Test
        void burnsExactlyWhatWasMintedAndVoidsTheCheck() {
            when(NOW, voidSale).expectEvents(VOIDED, TokensBurned.all(MINTED), new CheckVoided(SALE, CHECK));
        }

        @Test
        void isPossibleToTheEndOfItsWindow() {
            when(WINDOW_END, voidSale).expectSuccessfulHandlerExecution();
            refused(when(WINDOW_END.plusMillis(1), voidSale), SaleCode.VOID_WINDOW_OVER);
        }

        @Test
        void isRefusedOnceTheCheckWasClaimed() {
            refused(when(NOW, voidSale, CLAIMED), CheckCode.CHECK_CLAIMED);
        }

        @Test
        void repeatedChangesNothing() {
            when(WINDOW_END.plusSeconds(1), voidSale, VOIDED, TokensBurned.all(MINTED))
                    .expectNoEvents()
                    .expectResultMessagePayload(VOIDED);
        }

        @Test
        void repeatedWithAnotherReasonIsRefused() {
            refused(
                    when(
                            NOW,
                            new VoidSale(SALE, TILL, VoidReason.NOT_SERVED, CASHIER),
                            VOIDED,
                            TokensBurned.all(MINTED)),
                    SaleCode.SALE_VOIDED);
        }

        @Nested
        class AboveTheAmountThatTakesAnApproval {

            private final SaleVoidApproved approved =
                    new SaleVoidApproved(SALE, BATUMI, MANAGER, NOW.plus(Duration.ofMinutes(10)));

            AboveTheAmountThatTakesAnApproval() {
                network.on(new VoidApprovalSet(Tetri.of(899)));
                accounts.on(new AccountCreated(MANAGER, AccountKind.PERSON));
                accounts.on(new RoleGranted(MANAGER, Role.FRANCHISEE, List.of(BATUMI), null, null, ADMIN));
            }

            @Test
            void takesNoneOfWhoeverMayBeTheSamePerson() {
                AccountId owner = new AccountId("owner");
                VoidSale byTheOwner = new VoidSale(SALE, TILL, VoidReason.PAYMENT_FAILED, owner);

                when(NOW, byTheOwner, approved).expectSuccessfulHandlerExecution();
                accounts.on(new CredentialIssued(MANAGER, new CredentialId("c-1"), owner));
                refused(when(NOW, byTheOwner, approved), SaleCode.VOID_NEEDS_APPROVAL);
            }

            @Test
            void takesNoneOfWhoeverWasTheSamePersonWhenTheyGaveIt() {
                AccountId owner = new AccountId("owner");
                accounts.on(new CredentialIssued(MANAGER, new CredentialId("c-1"), owner), NOW.minusSeconds(60));
                accounts.on(new CredentialRevoked(MANAGER, new CredentialId("c-1")), NOW);

                refused(
                        when(NOW, new VoidSale(SALE, TILL, VoidReason.PAYMENT_FAILED, owner), approved),
                        SaleCode.VOID_NEEDS_APPROVAL);
            }

            @Test
            void takesNoneOfWhoeverLooksAfterTheNodeNoLonger() {
                accounts.on(new RoleRevoked(MANAGER, Role.FRANCHISEE, ADMIN));

                refused(when(NOW, voidSale, approved), SaleCode.VOID_NEEDS_APPROVAL);
            }

            @Test
            void takesOneOfWhoeverHasSetUpTheTillThatAsks() {
                accounts.on(new AccountCreated(CASHIER, AccountKind.CLIENT));
                accounts.on(new CredentialIssued(CASHIER, new CredentialId("c-1"), MANAGER));

                when(NOW, voidSale, approved).expectSuccessfulHandlerExecution();
            }

            @Test
            void isRefusedWithoutOne() {
                refused(when(NOW, voidSale), SaleCode.VOID_NEEDS_APPROVAL);
            }

            @Test
            void takesOneFromSomebodyElse() {
                SaleVoidApproved byThemselves =
                        new SaleVoidApproved(SALE, BATUMI, CASHIER, NOW.plus(Duration.ofMinutes(10)));

                refused(when(NOW, voidSale, byThemselves), SaleCode.VOID_NEEDS_APPROVAL);
                when(NOW, voidSale, byThemselves, approved)
                        .expectEvents(
                                new SaleVoided(
                                        SALE,
                                        BATUMI,
                                        TILL,
                                        COMMAND.soldAt(),
                                        COMMAND.total(),
                                        VoidReason.PAYMENT_FAILED,
                                        CASHIER,
                                        MANAGER),
                                TokensBurned.all(MINTED),
                                new CheckVoided(SALE, CHECK));
            }

            @Test
            void takesOneOfTheLastTenMinutes() {
                when(approved.until(), voidSale, approved).expectSuccessfulHandlerExecution();
                refused(when(approved.until().plusMillis(1), voidSale, approved), SaleCode.VOID_NEEDS_APPROVAL);
            }

            @Test
            void isGivenOnceWhileItIsGood() {
                ApproveVoid approve = new ApproveVoid(SALE, MANAGER);

                when(NOW, approve).expectEvents(approved).expectResultMessagePayload(approved);
                when(approved.until(), approve, approved).expectNoEvents().expectResultMessagePayload(approved);
                when(approved.until().plusMillis(1), approve, approved)
                        .expectEvents(new SaleVoidApproved(
                                SALE,
                                BATUMI,
                                MANAGER,
                                approved.until().plusMillis(1).plus(Duration.ofMinutes(10))));
                refused(when(WINDOW_END.plusMillis(1), approve), SaleCode.VOID_WINDOW_OVER);
                refused(when(NOW, approve, VOIDED, TokensBurned.all(MINTED)), SaleCode.SALE_VOIDED);
            }

            @Test
            void isNotNeededUpToTheAmount() {
                network.on(new VoidApprovalSet(Tetri.of(900)));

                when(NOW, voidSale).expectSuccessfulHandlerExecution();
            }
        }

        @Test
        void comesFromATillOfTheSameNode() {
            refused(
                    when(NOW, new VoidSale(SALE, new TerminalId("OF-VAKE"), VoidReason.PAYMENT_FAILED, CASHIER)),
                    NodeCode.TERMINAL_NOT_AUTHORISED);
            network.on(new TerminalRevoked(BATUMI, TILL));
            refused(when(NOW, voidSale), NodeCode.TERMINAL_REVOKED);
        }

        @Test
        void ofASaleWithoutACheckHasNoneToVoid() {
            AggregateTestFixture<Sale> fixture = Fixtures.of(Sale.class);
            fixture.registerInjectableResource(network);
            fixture.registerInjectableResource(accounts);
            fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));

            fixture.given(COMMAND.fact(), MINTED).when(voidSale).expectEvents(VOIDED, TokensBurned.all(MINTED));
        }
    }

    @Nested
    class ARefund {

        private static final Instant LATER = WINDOW_END.plusMillis(1);

        private static RefundSale refund(String number, long tetri) {
            return new RefundSale(SALE, TILL, new RefundNumber(number), Tetri.of(tetri), RefundReason.QUALITY);
        }

        private static SaleRefunded refunded(String number, long tetri, long askedBack) {
            return refund(number, tetri).fact(Units.of(askedBack));
        }

        @Test
        void asksBackTheSamePartOfTheTokensFloored() {
            when(LATER, refund("R-1", 180)).expectEvents(refunded("R-1", 180, 20));
            when(LATER, refund("R-1", 179)).expectEvents(refunded("R-1", 179, 19));
            when(LATER, refund("R-1", 8)).expectEvents(refunded("R-1", 8, 0));
            when(LATER, refund("R-1", 900)).expectEvents(refunded("R-1", 900, 100));
        }

        @Test
        void inManyPiecesAsksBackWhatOneWouldHave() {
            SaleRefunded[] before = new SaleRefunded[100];
            for (int i = 0; i < before.length; i++) {
                before[i] = refunded("R-" + i, 8, i == 0 ? 0 : (i + 1) * 8L * 100 / 900 - i * 8L * 100 / 900);
            }

            when(LATER, refund("R-100", 8), (Object[]) before).expectEvents(refunded("R-100", 8, 1));
            when(LATER, refund("R-2", 8), refunded("R-1", 8, 0)).expectEvents(refunded("R-2", 8, 1));
        }

        @Test
        void thatCompletesTheTotalAsksForTheRest() {
            when(LATER, refund("R-3", 1), refunded("R-1", 179, 19), refunded("R-2", 720, 80))
                    .expectEvents(refunded("R-3", 1, 1));
        }

        @Test
        void waitsForTheEndOfTheVoidWindow() {
            refused(when(WINDOW_END, refund("R-1", 180)), SaleCode.VOID_WINDOW_OPEN);
        }

        @Test
        void needNotWaitIfAClaimEndedTheWindow() {
            when(NOW, refund("R-1", 180), CLAIMED).expectEvents(refunded("R-1", 180, 20));
        }

        @Test
        void andAllOthersTogetherAreAtMostTheTotal() {
            when(LATER, refund("R-2", 720), refunded("R-1", 180, 20)).expectEvents(refunded("R-2", 720, 80));
            refused(when(LATER, refund("R-2", 721), refunded("R-1", 180, 20)), SaleCode.REFUND_TOO_LARGE);
        }

        @Test
        void repeatedChangesNothing() {
            when(LATER, refund("R-1", 180), refunded("R-1", 180, 20))
                    .expectNoEvents()
                    .expectResultMessagePayload(refunded("R-1", 180, 20));
        }

        @Test
        void withTheNumberOfAnotherIsRefused() {
            refused(when(LATER, refund("R-1", 181), refunded("R-1", 180, 20)), SaleCode.REFUND_NUMBER_TAKEN);
        }

        @Test
        void ofAVoidedSaleIsRefused() {
            refused(when(LATER, refund("R-1", 180), VOIDED, TokensBurned.all(MINTED)), SaleCode.SALE_VOIDED);
        }
    }

    @Nested
    class AClaim {

        private static final ClaimCheck RIGHT = new ClaimCheck(CHECK, ClaimProof.TYPED, WALLET);
        private static final ClaimCheck WRONG = new ClaimCheck(CHECK, ClaimProof.WRONG, WALLET);

        @Test
        void movesAllOfTheChecksUnits() {
            when(NOW, RIGHT).expectEvents(CLAIMED).expectResultMessagePayload(new ClaimOutcome.Claimed(CLAIMED));
        }

        @Test
        void isPossibleToTheEndOfItsWindow() {
            when(CLAIM_END, RIGHT).expectEvents(CLAIMED);
            refused(when(CLAIM_END.plusMillis(1), RIGHT), CheckCode.CHECK_EXPIRED);
        }

        @Test
        void happensOnce() {
            refused(when(NOW, new ClaimCheck(CHECK, ClaimProof.TYPED, OTHER_WALLET), CLAIMED), CheckCode.CHECK_CLAIMED);
        }

        @Test
        void repeatedForTheSameWalletChangesNothing() {
            when(NOW, RIGHT, CLAIMED).expectNoEvents().expectResultMessagePayload(new ClaimOutcome.Claimed(CLAIMED));
        }

        @Test
        void ofAVoidedCheckIsRefused() {
            refused(
                    when(NOW, RIGHT, VOIDED, TokensBurned.all(MINTED), new CheckVoided(SALE, CHECK)),
                    CheckCode.CHECK_VOIDED);
        }

        @Test
        void needsAWalletThatExistsAndClaims() {
            refused(
                    when(NOW, new ClaimCheck(CHECK, ClaimProof.TYPED, WalletKind.CUSTOMER.walletOf("nobody"))),
                    UnknownCode.WALLET_UNKNOWN);
            refused(
                    when(NOW, new ClaimCheck(CHECK, ClaimProof.TYPED, WalletId.RESERVE)),
                    WalletCode.WALLET_CANNOT_CLAIM);
        }

        @Test
        void withAWrongCodeIsCounted() {
            when(NOW, WRONG)
                    .expectEvents(new CheckCodeRefused(SALE, CHECK, 1))
                    .expectResultMessagePayload(new ClaimOutcome.WrongCode(4));
        }

        @Test
        void withTheFifthWrongCodeLocksTheCheckForHalfAnHour() {
            CheckLocked locked = new CheckLocked(SALE, CHECK, NOW.plus(Duration.ofMinutes(30)));

            when(NOW, WRONG, new CheckCodeRefused(SALE, CHECK, 4))
                    .expectEvents(new CheckCodeRefused(SALE, CHECK, 5), locked)
                    .expectResultMessagePayload(new ClaimOutcome.Locked(locked.until()));
            refused(
                    when(locked.until().minusMillis(1), RIGHT, new CheckCodeRefused(SALE, CHECK, 5), locked),
                    CheckCode.CHECK_LOCKED);
            when(locked.until(), RIGHT, new CheckCodeRefused(SALE, CHECK, 5), locked)
                    .expectEvents(CLAIMED);
            when(locked.until(), WRONG, new CheckCodeRefused(SALE, CHECK, 5), locked)
                    .expectEvents(new CheckCodeRefused(SALE, CHECK, 1));
        }
    }

    @Nested
    class AScannedClaim {

        private static final ClaimCheck SCANNED = new ClaimCheck(CHECK, ClaimProof.SCANNED, WALLET);
        private static final CheckLocked LOCKED = new CheckLocked(SALE, CHECK, NOW.plus(Duration.ofMinutes(30)));

        @Test
        void isTakenWhileTheCheckIsLocked() {
            when(NOW, SCANNED, new CheckCodeRefused(SALE, CHECK, 5), LOCKED).expectEvents(CLAIMED);
        }

        @Test
        void isRefusedForEverythingElseThatATypedOneIs() {
            refused(
                    when(NOW, SCANNED, LOCKED, VOIDED, TokensBurned.all(MINTED), new CheckVoided(SALE, CHECK)),
                    CheckCode.CHECK_VOIDED);
            refused(when(CLAIM_END.plusMillis(1), SCANNED, LOCKED), CheckCode.CHECK_EXPIRED);
            refused(
                    when(NOW, new ClaimCheck(CHECK, ClaimProof.SCANNED, OTHER_WALLET), LOCKED, CLAIMED),
                    CheckCode.CHECK_CLAIMED);
            refused(
                    when(NOW, new ClaimCheck(CHECK, ClaimProof.SCANNED, WalletId.RESERVE), LOCKED),
                    WalletCode.WALLET_CANNOT_CLAIM);
        }
    }

    @Nested
    class AnExpiry {

        private static final ExpireCheck EXPIRE = new ExpireCheck(CHECK);
        private static final CheckExpired EXPIRED =
                new CheckExpired(SALE, CHECK, CHECK.wallet(), WalletId.RESERVE, Units.of(49));

        @Test
        void sendsWhatNobodyClaimedToTheReserve() {
            when(CLAIM_END.plusMillis(1), EXPIRE).expectEvents(EXPIRED).expectResultMessagePayload(true);
        }

        @Test
        void waitsForTheEndOfTheClaimWindow() {
            when(CLAIM_END, EXPIRE).expectNoEvents().expectResultMessagePayload(false);
        }

        @Test
        void ofACheckThatHoldsNothingAnyMoreChangesNothing() {
            when(CLAIM_END.plusMillis(1), EXPIRE, CLAIMED).expectNoEvents().expectResultMessagePayload(true);
            when(CLAIM_END.plusMillis(1), EXPIRE, EXPIRED).expectNoEvents().expectResultMessagePayload(true);
        }
    }
}
