/** What an event means for wallets, said once for whoever keeps balances, registers or watch over them. */
@NullMarked
@MayUse({"events", "events.money", "events.network", "events.sale", "events.wallet"})
package com.hotpotspot.events.movement;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
