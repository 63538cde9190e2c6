/**
 * Selling. A sale is one stream of its own: the sale, the tokens it mints and the check it leaves with the buyer,
 * recorded together or not at all. A sale locks, loads and updates nothing else, and the same sale sent again is
 * answered, not doubled.
 */
@NullMarked
@MayUse({
    "access",
    "answer",
    "command.account",
    "command.dispatch",
    "command.due",
    "command.network",
    "command.policy",
    "command.receipt",
    "command.verdict",
    "command.wallet",
    "command.web",
    "eventlog",
    "events",
    "events.account",
    "events.minting",
    "events.money",
    "events.network",
    "events.sale",
    "events.wallet",
    "language",
    "limits",
    "openapi"
})
@MayTouch({WEB, AXON})
package com.hotpotspot.command.sale;

import static com.hotpotspot.house.Technique.AXON;
import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
