/** What stands around the pages of all features: who is shown the way where, and what tells an open page to move. */
@NullMarked
@MayUse({
    "access",
    "eventlog",
    "events.network",
    "query.access",
    "query.language",
    "query.layout",
    "query.network",
    "query.projection",
    "query.web",
    "query.witness"
})
@MayTouch(WEB)
package com.hotpotspot.query.page;

import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
