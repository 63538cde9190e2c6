/** The analyst's stream: the events of the log as they are stored, from any position, and on as they come. */
@NullMarked
@MayUse({"access", "eventlog", "events.account", "events.json", "query.access", "query.pool", "query.web"})
@MayTouch(WEB)
package com.hotpotspot.query.stream;

import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
