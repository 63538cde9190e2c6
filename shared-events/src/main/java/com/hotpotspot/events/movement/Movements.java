package com.hotpotspot.events.movement;

import static com.hotpotspot.events.movement.MovementReason.CLAIM;
import static com.hotpotspot.events.movement.MovementReason.EXPIRY;
import static com.hotpotspot.events.movement.MovementReason.GENESIS;
import static com.hotpotspot.events.movement.MovementReason.SALE;
import static com.hotpotspot.events.movement.MovementReason.VOID;

import com.hotpotspot.events.Event;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.NetworkEvent;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeEvent;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.network.TerminalAuthorised;
import com.hotpotspot.events.network.TerminalRevoked;
import com.hotpotspot.events.network.VoidApprovalSet;
import com.hotpotspot.events.sale.CheckClaimed;
import com.hotpotspot.events.sale.CheckCodeRefused;
import com.hotpotspot.events.sale.CheckExpired;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.CheckLocked;
import com.hotpotspot.events.sale.CheckVoided;
import com.hotpotspot.events.sale.SaleEvent;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.SaleVoidApproved;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.TokensBurned;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.events.wallet.WalletEvent;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletOpened;
import com.hotpotspot.events.wallet.WalletReinstated;
import com.hotpotspot.events.wallet.WalletSuspended;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What each event means for wallets. The events of a feature that names wallets are listed one by one, so that a new
 * one is not compiled before somebody has said what it moves.
 */
public final class Movements {

    private Movements() {}

    /** What an event moved, in the order in which it names the wallets; empty for most. */
    public static List<Movement> of(Event event) {
        return switch (event) {
            case SaleEvent sale -> ofSale(sale);
            case NetworkEvent network -> ofNetwork(network);
            case NodeEvent node -> ofNode(node);
            case WalletEvent wallet -> ofWallet(wallet);
            default -> List.of();
        };
    }

    private static List<Movement> ofSale(SaleEvent event) {
        return switch (event) {
            case TokensMinted e ->
                all(List.of(
                        move(null, e.ownerWallet(), e.ownerUnits(), SALE),
                        move(null, e.buyerWallet(), e.buyerUnits(), SALE),
                        move(null, e.royaltyWallet(), e.royaltyUnits(), SALE)));
            case TokensBurned e ->
                all(List.of(
                        move(e.ownerWallet(), null, e.ownerUnits(), VOID),
                        move(e.buyerWallet(), null, e.buyerUnits(), VOID),
                        move(e.royaltyWallet(), null, e.royaltyUnits(), VOID)));
            case CheckClaimed e -> all(List.of(move(e.wallet(), e.claimant(), e.units(), CLAIM)));
            case CheckExpired e -> all(List.of(move(e.wallet(), e.reserveWallet(), e.units(), EXPIRY)));
            case CheckIssued theMintFilledIt -> List.of();
            case SaleRefunded thoseWhoHoldWhatItAsksBackStillDo -> List.of();
            case SaleRecorded none -> List.of();
            case SaleVoidApproved none -> List.of();
            case SaleVoided theBurningFollows -> List.of();
            case CheckVoided none -> List.of();
            case CheckCodeRefused none -> List.of();
            case CheckLocked none -> List.of();
        };
    }

    private static List<Movement> ofNetwork(NetworkEvent event) {
        return switch (event) {
            case NetworkFounded e -> all(List.of(move(null, e.founderWallet(), e.genesisUnits(), GENESIS)));
            case VoidApprovalSet none -> List.of();
            case BusinessDaySet none -> List.of();
        };
    }

    /** A node's owner keeps what the node earned them, also when it goes to another. */
    private static List<Movement> ofNode(NodeEvent event) {
        return switch (event) {
            case NodeRegistered none -> List.of();
            case NodeOwnerChanged none -> List.of();
            case NodeActivated none -> List.of();
            case NodeDeactivated none -> List.of();
            case TerminalAuthorised none -> List.of();
            case TerminalRevoked none -> List.of();
        };
    }

    private static List<Movement> ofWallet(WalletEvent event) {
        return switch (event) {
            case WalletOpened none -> List.of();
            case WalletSuspended none -> List.of();
            case WalletReinstated none -> List.of();
        };
    }

    /** A share of nothing moves nothing. */
    private static Optional<Movement> move(
            @Nullable WalletId from, @Nullable WalletId to, Units units, MovementReason reason) {
        return units.isZero() ? Optional.empty() : Optional.of(new Movement(from, to, units, reason));
    }

    private static List<Movement> all(List<Optional<Movement>> movements) {
        return movements.stream().flatMap(Optional::stream).toList();
    }
}
