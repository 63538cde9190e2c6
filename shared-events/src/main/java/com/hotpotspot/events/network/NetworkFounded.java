package com.hotpotspot.events.network;

import com.hotpotspot.events.EventName;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.wallet.WalletId;

/** The network exists, and its founder's wallet holds the genesis token. Happens once. */
@EventName("network.founded")
public record NetworkFounded(OwnerId founder, WalletId founderWallet, Units genesisUnits, NetworkPurpose purpose)
        implements NetworkEvent {}
