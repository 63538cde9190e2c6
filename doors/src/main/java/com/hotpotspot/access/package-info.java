/**
 * Who may do what, in words that both sides share: what a door declares, who somebody is as their token says, and how
 * often they may ask. Tokens are issued and verified elsewhere.
 */
@NullMarked
@MayUse({"answer", "events", "events.account", "events.network", "events.wallet"})
package com.hotpotspot.access;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
