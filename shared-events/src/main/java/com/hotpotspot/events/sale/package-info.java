/** The language of selling: a sale, the tokens it mints and the check it leaves with the buyer, all in one stream. */
@NullMarked
@MayUse({"events", "events.account", "events.money", "events.network", "events.wallet"})
package com.hotpotspot.events.sale;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
