package com.hotpotspot.events.wallet;

import com.hotpotspot.events.Event;

/** What happens to one wallet, in its own stream. */
public sealed interface WalletEvent extends Event permits WalletOpened, WalletSuspended, WalletReinstated {

    WalletId wallet();
}
