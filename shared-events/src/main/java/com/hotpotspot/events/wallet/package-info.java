/** What other features say of wallets: their permanent, opaque ids. */
@NullMarked
@MayUse("events")
package com.hotpotspot.events.wallet;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
