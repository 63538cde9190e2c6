/**
 * The pages of the owner and of franchisees: what was sold in a period, at all nodes or at one, and how that compares.
 */
@NullMarked
@MayUse({
    "events.network",
    "query.access",
    "query.layout",
    "query.network",
    "query.projection",
    "query.sale",
    "query.trade",
    "query.web"
})
@MayTouch(WEB)
package com.hotpotspot.query.overview;

import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
