package com.hotpotspot.command.wallet;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.hotpotspot.command.network.NetworkRegistry;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.events.wallet.WalletOpened;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What the owner of a wallet does with it. What others put into it is in their own streams. */
@Aggregate(type = "wallet")
class Wallet {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StreamId stream;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    WalletOpened handle(OpenWallet command, NetworkRegistry network) {
        network.isFounded().orElseRefuse();
        WalletOpened wanted = new WalletOpened(command.wallet(), WalletKind.CUSTOMER, command.holder());
        if (stream == null) {
            apply(wanted);
        }
        return wanted;
    }

    @EventSourcingHandler
    void on(WalletOpened event) {
        stream = event.wallet().stream();
    }
}
