/**
 * The audit log: builds the Merkle tree over the event log, signs what it has come to, and serves checkpoints, tiles
 * and proofs (c2sp.org/tlog-tiles). What it shows anybody can check with the module {@code verifier}, which it checks
 * itself with, too.
 */
@NullMarked
@MayUse({
    "access",
    "answer",
    "eventlog",
    "events",
    "events.audit",
    "keystore",
    "limits",
    "openapi",
    "outside",
    "query.access",
    "query.layout",
    "query.pool",
    "query.web",
    "query.witness",
    "routine",
    "tlog.checkpoint",
    "tlog.event",
    "tlog.format",
    "tlog.merkle",
    "tlog.note",
    "tlog.proof",
    "tlog.tile",
    "tlog.witness",
    "verifier.check"
})
@MayTouch({WEB, JDBC})
package com.hotpotspot.query.audit;

import static com.hotpotspot.house.Technique.JDBC;
import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
