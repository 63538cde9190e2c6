/** The wallets of the network: how many there are of each kind, whose each is, and what they hold. */
@NullMarked
@MayUse({
    "answer",
    "events",
    "events.account",
    "events.money",
    "events.movement",
    "events.network",
    "events.sale",
    "events.wallet",
    "query.access",
    "query.layout",
    "query.projection",
    "query.web"
})
@MayTouch({WEB, JDBC})
package com.hotpotspot.query.wallet;

import static com.hotpotspot.house.Technique.JDBC;
import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
