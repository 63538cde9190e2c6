/**
 * Who witnesses the audit log: the score of every node, the choice that follows from the scores, and its record in the
 * log. Scores are whole numbers per mille, and a choice follows from the log and the settings alone.
 */
@NullMarked
@MayUse({
    "access",
    "answer",
    "eventlog",
    "events",
    "events.account",
    "events.audit",
    "events.money",
    "events.movement",
    "events.network",
    "events.sale",
    "events.wallet",
    "query.layout",
    "query.projection",
    "query.web",
    "routine",
    "tlog.format",
    "tlog.note"
})
@MayTouch({WEB, JDBC})
package com.hotpotspot.query.witness;

import static com.hotpotspot.house.Technique.JDBC;
import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
