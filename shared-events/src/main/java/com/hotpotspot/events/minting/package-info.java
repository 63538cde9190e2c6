/**
 * What a sale mints under a version of the token policy and who gets what of it, said once for whoever mints and for
 * whoever reckons what would have been minted.
 */
@NullMarked
@MayUse({"events", "events.money", "events.network", "events.policy"})
package com.hotpotspot.events.minting;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
