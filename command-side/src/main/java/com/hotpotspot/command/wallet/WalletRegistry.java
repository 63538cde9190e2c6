package com.hotpotspot.command.wallet;

import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.command.registry.Registry;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.network.NetworkEvent;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NodeEvent;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.wallet.WalletEvent;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.events.wallet.WalletOpened;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Every wallet that somebody owns. Those of the founder and of nodes' owners come with the network; the wallets of
 * checks are not listed, since they follow from their sales.
 */
@Component
public class WalletRegistry implements Registry {

    private final Map<WalletId, RegisteredWallet> wallets = new ConcurrentHashMap<>();

    public Optional<RegisteredWallet> find(WalletId wallet) {
        return Optional.ofNullable(wallets.get(wallet));
    }

    /**
     * Whether the units of a check may be moved to a wallet.
     *
     * @throws CommandRefused if there is no such wallet
     */
    public Verdict mayClaim(WalletId wallet) {
        WalletKind kind = kindOf(wallet);
        return switch (kind) {
            case MASTER, FRANCHISE, CUSTOMER, CHARITY -> Verdict.allowed();
            case CHECK, RESERVE ->
                Verdict.refused(WalletCode.WALLET_CANNOT_CLAIM, "A %s wallet claims no checks.".formatted(kind));
        };
    }

    /**
     * Whether a wallet may be suspended, and reinstated.
     *
     * @throws CommandRefused if there is no such wallet
     */
    Verdict mayBeSuspended(WalletId wallet) {
        WalletKind kind = WalletKind.CHECK.isKindOf(wallet) ? WalletKind.CHECK : kindOf(wallet);
        return switch (kind) {
            case MASTER, FRANCHISE, CUSTOMER, CHARITY -> Verdict.allowed();
            case CHECK, RESERVE ->
                Verdict.refused(
                        WalletCode.WALLET_CANNOT_BE_SUSPENDED, "A %s wallet is never suspended.".formatted(kind));
        };
    }

    private WalletKind kindOf(WalletId wallet) {
        return find(wallet)
                .orElseThrow(() -> new CommandRefused(UnknownCode.WALLET_UNKNOWN, "There is no such wallet."))
                .kind();
    }

    @Override
    public Set<String> kinds() {
        return Set.of("network", "node", "wallet");
    }

    @Override
    public Set<Class<? extends Event>> features() {
        return Set.of(NetworkEvent.class, NodeEvent.class, WalletEvent.class);
    }

    @Override
    public void on(Event event) {
        switch (event) {
            case NetworkFounded founded -> {
                add(
                        founded.founderWallet(),
                        WalletKind.MASTER,
                        founded.founder().value());
                add(WalletId.RESERVE, WalletKind.RESERVE, founded.founder().value());
            }
            case NodeRegistered registered ->
                add(
                        registered.ownerWallet(),
                        WalletKind.FRANCHISE,
                        registered.owner().value());
            case NodeOwnerChanged changed ->
                add(changed.ownerWallet(), WalletKind.FRANCHISE, changed.owner().value());
            case WalletOpened opened ->
                add(opened.wallet(), opened.kind(), opened.holder().value());
            default -> {}
        }
    }

    /** The founder's wallet stays the founder's, whatever nodes they own. */
    private void add(WalletId wallet, WalletKind kind, String holder) {
        wallets.putIfAbsent(wallet, new RegisteredWallet(wallet, kind, holder));
    }

    /** @param holder an opaque id */
    public record RegisteredWallet(WalletId id, WalletKind kind, String holder) {}
}
