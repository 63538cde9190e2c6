/** The network as it stands: its totals, its nodes and their terminals. */
@NullMarked
@MayUse({
    "access",
    "answer",
    "events.account",
    "events.money",
    "events.network",
    "events.sale",
    "events.wallet",
    "query.access",
    "query.projection",
    "query.web"
})
@MayTouch({WEB, JDBC})
package com.hotpotspot.query.network;

import static com.hotpotspot.house.Technique.JDBC;
import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
