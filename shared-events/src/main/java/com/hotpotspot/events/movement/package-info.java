/** What an event means for wallets, said once for whoever keeps balances, registers or watch over them. */
@NullMarked
package com.hotpotspot.events.movement;

import org.jspecify.annotations.NullMarked;
