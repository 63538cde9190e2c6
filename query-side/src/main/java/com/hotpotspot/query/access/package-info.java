/**
 * The locks on the query side's doors: who somebody is, as the issuer says in a token or after a person has signed in,
 * what their roles open, and how often they may ask.
 */
@NullMarked
@MayUse({
    "access",
    "answer",
    "bearer",
    "eventlog",
    "events.account",
    "events.network",
    "limits",
    "query.web",
    "routine",
    "tlog.merkle"
})
@MayTouch(WEB)
package com.hotpotspot.query.access;

import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
