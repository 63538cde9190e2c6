/**
 * What was decided about the network as a whole, its nodes and their terminals, and since when it is so, for those who
 * run it: on pages, and for programs.
 */
@NullMarked
@MayUse({
    "access",
    "answer",
    "events.account",
    "events.money",
    "events.network",
    "events.wallet",
    "query.access",
    "query.layout",
    "query.projection",
    "query.web"
})
@MayTouch({WEB, JDBC})
package com.hotpotspot.query.administration;

import static com.hotpotspot.house.Technique.JDBC;
import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
