/**
 * What was sold: totals and best sellers per node and business day, and the register of sales with its export for the
 * regulator.
 */
@NullMarked
@MayUse({
    "access",
    "answer",
    "eventlog",
    "events",
    "events.account",
    "events.export",
    "events.money",
    "events.network",
    "events.sale",
    "openapi",
    "query.access",
    "query.audit",
    "query.network",
    "query.pool",
    "query.projection",
    "query.web",
    "tlog.event",
    "tlog.merkle",
    "tlog.proof"
})
@MayTouch({WEB, JDBC})
package com.hotpotspot.query.sale;

import static com.hotpotspot.house.Technique.JDBC;
import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
