/**
 * Where a sale is found again, by its number, day, node, amount or what became of it, and looked at with all that the
 * log tells of it; by programs and on pages.
 */
@NullMarked
@MayUse({
    "access",
    "answer",
    "eventlog",
    "events",
    "events.account",
    "events.money",
    "events.network",
    "events.sale",
    "query.access",
    "query.account",
    "query.administration",
    "query.layout",
    "query.network",
    "query.projection",
    "query.sale",
    "query.web"
})
@MayTouch({WEB, JDBC})
package com.hotpotspot.query.saledesk;

import static com.hotpotspot.house.Technique.JDBC;
import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
