package com.hotpotspot.events.network;

import com.hotpotspot.events.EventName;
import com.hotpotspot.events.wallet.WalletId;

/** A point of sale belongs to the network and is active from now on; its owner's shares go to {@code ownerWallet}. */
@EventName("node.registered")
public record NodeRegistered(NodeId node, NodeType type, City city, OwnerId owner, WalletId ownerWallet)
        implements NodeEvent {}
