package com.hotpotspot.command.sale;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.hotpotspot.command.network.NetworkRegistry;
import com.hotpotspot.command.network.RegisteredNode;
import com.hotpotspot.command.token.Shares;
import com.hotpotspot.command.token.TokenPolicies;
import com.hotpotspot.command.token.TokenPolicy;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.SaleRecorded;
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

/** One sale with its tokens and its check. */
@Aggregate(type = "sale")
class Sale {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StreamId stream;

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
        TokenPolicy policy = policies.inForceAt(command.soldAt());
        Optional<WalletId> customerWallet = command.customer().flatMap(customers::verifiedWalletOf);
        TokensMinted minted = minted(recorded, policy, node, network.founderWallet(), customerWallet, now);
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
                now.plus(policy.claimWindow()));
        apply(issued);
        return new SaleReceipt(recorded, minted, Optional.of(issued));
    }

    private static TokensMinted minted(
            SaleRecorded sale,
            TokenPolicy policy,
            RegisteredNode node,
            WalletId founderWallet,
            Optional<WalletId> customerWallet,
            Instant now) {
        Shares shares = policy.mintOn(node.type());
        return new TokensMinted(
                sale.sale(),
                sale.node(),
                policy.version(),
                shares.total(),
                node.ownerWallet(),
                shares.owner(),
                customerWallet.orElseGet(() -> sale.sale().check().wallet()),
                shares.buyer(),
                founderWallet,
                shares.royalty(),
                now.plus(policy.voidWindow()));
    }

    @EventSourcingHandler
    void on(SaleRecorded event) {
        stream = event.sale().stream();
    }
}
