package com.hotpotspot.command.wallet;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.hotpotspot.command.network.NetworkRegistry;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.wallet.WalletOpened;
import com.hotpotspot.events.wallet.WalletReinstated;
import com.hotpotspot.events.wallet.WalletSuspended;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What is done with a wallet as such. What others put into it is in their own streams. */
@Aggregate(type = "wallet")
class Wallet {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StreamId stream;

    private @Nullable WalletOpened opened;
    private boolean suspended;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    WalletOpened handle(OpenWallet command, NetworkRegistry network) {
        network.isFounded().orElseRefuse();
        if (opened != null) {
            return opened;
        }
        WalletOpened wanted = new WalletOpened(
                command.wallet(),
                command.kind(),
                command.holder(),
                command.label().orElse(null));
        apply(wanted);
        return wanted;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    WalletSuspended handle(SuspendWallet command, WalletRegistry wallets) {
        wallets.mayBeSuspended(command.wallet()).orElseRefuse();
        WalletSuspended wanted = new WalletSuspended(command.wallet());
        if (!suspended) {
            apply(wanted);
        }
        return wanted;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    WalletReinstated handle(ReinstateWallet command, WalletRegistry wallets) {
        wallets.mayBeSuspended(command.wallet()).orElseRefuse();
        WalletReinstated wanted = new WalletReinstated(command.wallet());
        if (suspended) {
            apply(wanted);
        }
        return wanted;
    }

    @EventSourcingHandler
    void on(WalletOpened event) {
        stream = event.wallet().stream();
        opened = event;
    }

    /** The first that happens to a wallet which came with the network. */
    @EventSourcingHandler
    void on(WalletSuspended event) {
        stream = event.wallet().stream();
        suspended = true;
    }

    @EventSourcingHandler
    void on(WalletReinstated event) {
        suspended = false;
    }
}
