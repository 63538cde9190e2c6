package com.hotpotspot.command.sale;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.hotpotspot.command.account.AccountRegistry;
import com.hotpotspot.command.network.NetworkRegistry;
import com.hotpotspot.command.network.RegisteredNode;
import com.hotpotspot.command.policy.Minting;
import com.hotpotspot.command.policy.Shares;
import com.hotpotspot.command.policy.TokenPolicies;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.command.verdict.RefusalCode;
import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.command.wallet.WalletRegistry;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.sale.CheckClaimed;
import com.hotpotspot.events.sale.CheckCodeRefused;
import com.hotpotspot.events.sale.CheckExpired;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.CheckLocked;
import com.hotpotspot.events.sale.CheckVoided;
import com.hotpotspot.events.sale.RefundNumber;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.SaleVoidApproved;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.TokensBurned;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.events.wallet.WalletId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One sale with its tokens and its check: whatever happens to them later happens in its stream. */
@Aggregate(type = "sale")
class Sale {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StreamId stream;

    private @Nullable SaleRecorded sale;
    private @Nullable TokensMinted minted;
    private @Nullable Check check;
    private @Nullable SaleVoided voiding;
    private final VoidApprovals voidApprovals = new VoidApprovals();
    private final Map<RefundNumber, SaleRefunded> refunds = new HashMap<>();

    /**
     * Never looks whether the sale exists: the log refuses a second one, which is cheaper and leaves no gap in time.
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    SaleReceipt handle(
            RecordSale command, NetworkRegistry network, TokenPolicies policies, Customers customers, Clock clock) {
        Instant now = clock.instant();
        RegisteredNode node = network.node(command.node());
        SalePolicies.mayBeRecorded(command, node, now).orElseRefuse();

        SaleRecorded recorded = command.fact();
        Minting minting = command.origin() == SaleOrigin.IMPORT
                ? policies.mintingOfHistory(command.total(), command.soldAt(), now)
                : policies.minting(command.total(), command.soldAt(), now);
        Optional<WalletId> customerWallet = command.customer().flatMap(customers::verifiedWalletOf);
        TokensMinted minted = minted(recorded, minting, node, network.founderWallet(), customerWallet, now);
        apply(recorded);
        apply(minted);

        if (customerWallet.isPresent() || minted.buyerUnits().isZero()) {
            return new SaleReceipt(recorded, minted, Optional.empty());
        }
        CheckIssued issued = new CheckIssued(
                recorded.sale(),
                recorded.sale().check(),
                minted.buyerWallet(),
                minted.buyerUnits(),
                now.plus(minting.policy().claimWindow()));
        apply(issued);
        return new SaleReceipt(recorded, minted, Optional.of(issued));
    }

    @CommandHandler
    SaleVoided handle(VoidSale command, NetworkRegistry network, AccountRegistry accounts, Clock clock) {
        if (voiding != null) {
            mayBeRepeatedAs(command, voiding).orElseRefuse();
            return voiding;
        }
        Instant now = clock.instant();
        SaleRecorded recorded = recorded();
        boolean takesApproval = network.voidTakesApproval(recorded.totalTetri());
        Optional<AccountId> approver = takesApproval
                ? voidApprovals.by(now, approval -> counts(approval, command, accounts, now))
                : Optional.empty();
        network.node(command.sale().node())
                .terminalMaySell(command.terminal())
                .and(() -> mayBeVoided(now))
                .and(() -> isApproved(takesApproval, approver))
                .orElseRefuse();

        SaleVoided voided = new SaleVoided(
                recorded.sale(),
                recorded.node(),
                command.terminal(),
                recorded.soldAt(),
                recorded.totalTetri(),
                command.reason(),
                command.askedBy(),
                approver.orElse(null));
        apply(voided);
        apply(TokensBurned.all(requireNonNull(minted)));
        if (check != null) {
            apply(new CheckVoided(recorded.sale(), check.issued().check()));
        }
        return voided;
    }

    @CommandHandler
    SaleVoidApproved handle(ApproveVoid command, Clock clock) {
        Instant now = clock.instant();
        isNotVoided().and(() -> mayBeVoided(now)).orElseRefuse();
        return voidApprovals.of(command.approver(), now).orElseGet(() -> {
            SaleRecorded recorded = recorded();
            SaleVoidApproved approved = new SaleVoidApproved(
                    recorded.sale(), recorded.node(), command.approver(), now.plus(VoidApprovals.GOOD_FOR));
            apply(approved);
            return approved;
        });
    }

    /**
     * Whoever approves is not whoever asks, nor somebody who may have acted there since, and still looks after the
     * node. A till is not a person: whoever looks after its node has set it up, and others sell with it.
     */
    private static boolean counts(SaleVoidApproved approval, VoidSale command, AccountRegistry accounts, Instant now) {
        AccountId approver = approval.approvedBy();
        AccountId asker = command.askedBy();
        boolean somebodyElse = asker.terminal().isPresent()
                ? !approver.equals(asker)
                : accounts.areStrangers(approver, asker, VoidApprovals.givenAt(approval));
        return somebodyElse
                && accounts.identify(approver, now)
                        .flatMap(who -> who.actingIn(ApproveVoid.ROLES))
                        .filter(grant -> grant.reaches(command.sale().node()))
                        .isPresent();
    }

    /** Whoever asks again with another reason would take the first answer for agreement. */
    private static Verdict mayBeRepeatedAs(VoidSale wanted, SaleVoided before) {
        return wanted.reason() == before.reason()
                ? Verdict.allowed()
                : Verdict.refused(
                        RefusalCode.SALE_VOIDED,
                        "Sale %s was voided before, with the reason %s.".formatted(before.sale(), before.reason()));
    }

    private Verdict isApproved(boolean takesApproval, Optional<AccountId> approver) {
        return !takesApproval || approver.isPresent()
                ? Verdict.allowed()
                : Verdict.refused(
                        RefusalCode.VOID_NEEDS_APPROVAL,
                        "A void of sale %s takes the approval of somebody else, given within the last %s minutes."
                                .formatted(recorded().sale(), VoidApprovals.GOOD_FOR.toMinutes()));
    }

    /** Within its void window, which a claim of its check ends. */
    private Verdict mayBeVoided(Instant now) {
        Instant until = requireNonNull(minted).voidableUntil();
        if (check != null && check.isClaimed()) {
            return Verdict.refused(
                    RefusalCode.CHECK_CLAIMED,
                    "The check of sale %s was claimed.".formatted(recorded().sale()));
        }
        return now.isAfter(until)
                ? Verdict.refused(
                        RefusalCode.VOID_WINDOW_OVER,
                        "Sale %s could be voided until %s; money can still be refunded."
                                .formatted(recorded().sale(), until))
                : Verdict.allowed();
    }

    @CommandHandler
    SaleRefunded handle(RefundSale command, NetworkRegistry network, Clock clock) {
        SaleRefunded before = refunds.get(command.number());
        if (before != null) {
            mayBeRepeatedAs(command.fact(before.askedBackUnits()), before).orElseRefuse();
            return before;
        }
        network.node(command.sale().node())
                .terminalMaySell(command.terminal())
                .and(this::isNotVoided)
                .and(() -> canNoLongerBeVoided(clock.instant()))
                .and(() -> hasSoMuchLeftToRefund(command.amount()))
                .orElseRefuse();
        SaleRefunded refunded = command.fact(askedBackWith(command.amount()));
        apply(refunded);
        return refunded;
    }

    /**
     * The tokens go back with the money, in proportion to all that was refunded and floored, less what was asked back
     * before: so that many small refunds ask back what a large one does, and the last takes the rest.
     */
    private Units askedBackWith(Tetri amount) {
        long total = recorded().totalTetri().value();
        long refunded = total - leftToRefund() + amount.value();
        Units before =
                refunds.values().stream().map(SaleRefunded::askedBackUnits).reduce(Units.ZERO, Units::plus);
        return requireNonNull(minted).mintedUnits().part(refunded, total).minus(before);
    }

    private static Verdict mayBeRepeatedAs(SaleRefunded wanted, SaleRefunded before) {
        return wanted.equals(before)
                ? Verdict.allowed()
                : Verdict.refused(
                        RefusalCode.REFUND_NUMBER_TAKEN,
                        "Refund %s of sale %s was recorded before with other content."
                                .formatted(wanted.refund(), wanted.sale()));
    }

    private Verdict isNotVoided() {
        return voiding == null
                ? Verdict.allowed()
                : Verdict.refused(
                        RefusalCode.SALE_VOIDED,
                        "Sale %s was taken back as a whole."
                                .formatted(recorded().sale()));
    }

    private Verdict canNoLongerBeVoided(Instant now) {
        return mayBeVoided(now) instanceof Verdict.Allowed
                ? Verdict.refused(
                        RefusalCode.VOID_WINDOW_OPEN,
                        "Sale %s can be voided until %s; refunds begin after that."
                                .formatted(
                                        recorded().sale(),
                                        requireNonNull(minted).voidableUntil()))
                : Verdict.allowed();
    }

    private Verdict hasSoMuchLeftToRefund(Tetri amount) {
        long left = leftToRefund();
        return amount.value() <= left
                ? Verdict.allowed()
                : Verdict.refused(
                        RefusalCode.REFUND_TOO_LARGE,
                        String.format(
                                Locale.ROOT,
                                "Of sale %s at most %d tetri can still be refunded.",
                                recorded().sale(),
                                left));
    }

    private long leftToRefund() {
        long refunded = refunds.values().stream()
                .mapToLong(refund -> refund.amountTetri().value())
                .sum();
        return recorded().totalTetri().value() - refunded;
    }

    @CommandHandler
    ClaimOutcome handle(ClaimCheck command, WalletRegistry wallets, Clock clock) {
        Check claimed = check();
        if (command.isProven() && claimed.claimBy(command.claimant()).isPresent()) {
            return new ClaimOutcome.Claimed(claimed.claimBy(command.claimant()).orElseThrow());
        }
        Instant now = clock.instant();
        claimed.mayBeClaimed(command.proof(), now)
                .and(() -> wallets.mayClaim(command.claimant()))
                .orElseRefuse();
        return command.isProven() ? claim(claimed.issued(), command.claimant()) : refuseCode(claimed, now);
    }

    private static ClaimOutcome claim(CheckIssued issued, WalletId claimant) {
        CheckClaimed claim = new CheckClaimed(issued.sale(), issued.check(), issued.wallet(), claimant, issued.units());
        apply(claim);
        return new ClaimOutcome.Claimed(claim);
    }

    private static ClaimOutcome refuseCode(Check check, Instant now) {
        CheckIssued issued = check.issued();
        int failures = check.failuresWithOneMore();
        apply(new CheckCodeRefused(issued.sale(), issued.check(), failures));
        if (failures < Check.ATTEMPTS) {
            return new ClaimOutcome.WrongCode(Check.ATTEMPTS - failures);
        }
        Instant until = now.plus(Check.LOCKOUT);
        apply(new CheckLocked(issued.sale(), issued.check(), until));
        return new ClaimOutcome.Locked(until);
    }

    @CommandHandler
    boolean handle(ExpireCheck command, Clock clock) {
        Check expiring = check();
        if (expiring.isDueToExpire(clock.instant())) {
            CheckIssued issued = expiring.issued();
            apply(new CheckExpired(issued.sale(), issued.check(), issued.wallet(), WalletId.RESERVE, issued.units()));
            return true;
        }
        return !expiring.isOpen();
    }

    private SaleRecorded recorded() {
        return requireNonNull(sale);
    }

    /** @throws CommandRefused if the buyer was credited directly, or got nothing */
    private Check check() {
        if (check == null) {
            throw new CommandRefused(
                    RefusalCode.CHECK_UNKNOWN,
                    "Sale %s left no check.".formatted(recorded().sale()));
        }
        return check;
    }

    private static TokensMinted minted(
            SaleRecorded sale,
            Minting minting,
            RegisteredNode node,
            WalletId founderWallet,
            Optional<WalletId> customerWallet,
            Instant now) {
        Shares shares = minting.on(node.type());
        return new TokensMinted(
                sale.sale(),
                sale.node(),
                minting.policy().version(),
                shares.total(),
                node.ownerWalletAt(sale.soldAt().isAfter(now) ? now : sale.soldAt()),
                shares.owner(),
                customerWallet.orElseGet(() -> sale.sale().check().wallet()),
                shares.buyer(),
                founderWallet,
                shares.royalty(),
                now.plus(minting.policy().voidWindow()));
    }

    @EventSourcingHandler
    void on(SaleRecorded event) {
        stream = event.sale().stream();
        sale = event;
    }

    @EventSourcingHandler
    void on(TokensMinted event) {
        minted = event;
    }

    @EventSourcingHandler
    void on(CheckIssued event) {
        check = new Check(event);
    }

    @EventSourcingHandler
    void on(SaleVoidApproved event) {
        voidApprovals.on(event);
    }

    @EventSourcingHandler
    void on(SaleVoided event) {
        voiding = event;
    }

    @EventSourcingHandler
    void on(SaleRefunded event) {
        refunds.put(event.refund(), event);
    }

    @EventSourcingHandler
    void on(CheckVoided event) {
        check().on(event);
    }

    @EventSourcingHandler
    void on(CheckClaimed event) {
        check().on(event);
    }

    @EventSourcingHandler
    void on(CheckCodeRefused event) {
        check().codeRefused(event.failures());
    }

    @EventSourcingHandler
    void on(CheckLocked event) {
        check().on(event);
    }

    @EventSourcingHandler
    void on(CheckExpired event) {
        check().on(event);
    }
}
