package com.hotpotspot.command.sale;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.hotpotspot.command.account.AccountRegistry;
import com.hotpotspot.command.network.NetworkRegistry;
import com.hotpotspot.command.network.RegisteredNode;
import com.hotpotspot.command.policy.Minting;
import com.hotpotspot.command.policy.TokenPolicies;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.command.wallet.WalletRegistry;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.minting.Shares;
import com.hotpotspot.events.sale.CheckEvent;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.CheckVoided;
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
    private final Refunds refunds = new Refunds();

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
            VoidPolicies.mayBeRepeated(command, voiding).orElseRefuse();
            return voiding;
        }
        Instant now = clock.instant();
        SaleRecorded recorded = recorded();
        boolean takesApproval = network.voidTakesApproval(recorded.totalTetri());
        Optional<AccountId> approver = takesApproval
                ? voidApprovals.by(now, approval -> VoidPolicies.counts(approval, command, accounts, now))
                : Optional.empty();
        network.node(command.sale().node())
                .terminalMaySell(command.terminal())
                .and(() -> mayBeVoided(now))
                .and(() -> VoidPolicies.isApproved(recorded, takesApproval, approver))
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

    @CommandHandler
    SaleRefunded handle(RefundSale command, NetworkRegistry network, Clock clock) {
        Optional<SaleRefunded> before = refunds.numbered(command.number());
        if (before.isPresent()) {
            Refunds.mayBeRepeated(command, before.get()).orElseRefuse();
            return before.get();
        }
        SaleRecorded recorded = recorded();
        network.node(command.sale().node())
                .terminalMaySell(command.terminal())
                .and(this::isNotVoided)
                .and(() -> VoidPolicies.canNoLongerBeVoided(
                        recorded, requireNonNull(minted), mayBeVoided(clock.instant())))
                .and(() -> refunds.leave(command.amount(), recorded))
                .orElseRefuse();
        SaleRefunded refunded = command.fact(refunds.askedBackWith(command.amount(), recorded, requireNonNull(minted)));
        apply(refunded);
        return refunded;
    }

    private Verdict isNotVoided() {
        return voiding == null
                ? Verdict.allowed()
                : Verdict.refused(
                        SaleCode.SALE_VOIDED,
                        "Sale %s was taken back as a whole."
                                .formatted(recorded().sale()));
    }

    @CommandHandler
    ClaimOutcome handle(ClaimCheck command, WalletRegistry wallets, Clock clock) {
        return switch (check()) {
            case OpenCheck open -> open.claim(command, wallets, clock.instant());
            case ClosedCheck.Claimed claimed
            when command.isProven() && claimed.isBy(command.claimant()) -> new ClaimOutcome.Claimed(claimed.claim());
            case ClosedCheck closed -> throw closed.refusal().asException();
        };
    }

    @CommandHandler
    boolean handle(ExpireCheck command, Clock clock) {
        return !(check() instanceof OpenCheck open) || open.expire(clock.instant());
    }

    private Verdict mayBeVoided(Instant now) {
        return VoidPolicies.mayBeVoided(recorded(), requireNonNull(minted), Optional.ofNullable(check), now);
    }

    private SaleRecorded recorded() {
        return requireNonNull(sale);
    }

    /** @throws CommandRefused if the buyer was credited directly, or got nothing */
    private Check check() {
        if (check == null) {
            throw new CommandRefused(
                    CheckCode.CHECK_UNKNOWN,
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
    void on(CheckEvent event) {
        check = Check.after(check, event);
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
        refunds.on(event);
    }
}
