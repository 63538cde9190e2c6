/**
 * The versions of the token policy: what each says, from when on it is in force, and what one that is not adopted yet
 * would have minted; on pages, and for programs.
 */
@NullMarked
@MayUse({
    "answer",
    "events",
    "events.account",
    "events.minting",
    "events.money",
    "events.network",
    "events.policy",
    "query.access",
    "query.layout",
    "query.network",
    "query.projection",
    "query.sale",
    "query.web"
})
@MayTouch({WEB, JDBC})
package com.hotpotspot.query.policy;

import static com.hotpotspot.house.Technique.JDBC;
import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
