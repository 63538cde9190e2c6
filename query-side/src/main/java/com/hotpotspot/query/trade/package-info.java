/**
 * How trade goes: what was sold by hour, node and category, what was taken back and by whom, how tokens were split, and
 * which nodes have fallen silent.
 */
@NullMarked
@MayUse({
    "answer",
    "eventlog",
    "events",
    "events.account",
    "events.money",
    "events.network",
    "events.sale",
    "query.access",
    "query.account",
    "query.layout",
    "query.network",
    "query.projection",
    "query.sale",
    "query.web"
})
@MayTouch({WEB, JDBC})
package com.hotpotspot.query.trade;

import static com.hotpotspot.house.Technique.JDBC;
import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
