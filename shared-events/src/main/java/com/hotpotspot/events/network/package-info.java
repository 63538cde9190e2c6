/** The network's language: its founding, its nodes (points of sale) and their terminals. */
@NullMarked
@MayUse({"events", "events.money", "events.wallet"})
package com.hotpotspot.events.network;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
