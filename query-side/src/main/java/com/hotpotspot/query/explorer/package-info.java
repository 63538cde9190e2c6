/**
 * The explorer: any event, any stream, from any number that somebody has at hand, with what proves it and what lies
 * beside it; on pages and for programs. It reads the log itself, so that it shows what no projection could take in.
 */
@NullMarked
@MayUse({
    "access",
    "answer",
    "eventlog",
    "events",
    "events.account",
    "events.json",
    "events.network",
    "events.sale",
    "events.wallet",
    "query.access",
    "query.audit",
    "query.layout",
    "query.web",
    "tlog.merkle"
})
@MayTouch(WEB)
package com.hotpotspot.query.explorer;

import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
