package com.hotpotspot.events.network;

import com.hotpotspot.events.EventName;
import com.hotpotspot.events.wallet.WalletId;

/** The node belongs to somebody else; the owner's shares of its sales go to {@code ownerWallet} from now on. */
@EventName("node.owner-changed")
public record NodeOwnerChanged(NodeId node, OwnerId owner, WalletId ownerWallet) implements NodeEvent {}
