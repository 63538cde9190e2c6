/** The pages for the network's owner, which move as sales happen. */
@NullMarked
@MayUse({
    "access",
    "eventlog",
    "events.account",
    "events.network",
    "query.access",
    "query.audit",
    "query.layout",
    "query.network",
    "query.projection",
    "query.sale",
    "query.web",
    "query.witness",
    "tlog.proof"
})
@MayTouch(WEB)
package com.hotpotspot.query.page;

import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
