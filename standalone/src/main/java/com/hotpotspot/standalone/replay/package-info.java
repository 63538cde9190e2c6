/**
 * A till that replays history: it turns a file of line items into sales and sends them through the command side's own
 * doors. It can be stopped at any moment and run again, since the same file always makes the same sales at the same
 * nodes.
 */
@NullMarked
@MayUse({"client", "events", "events.money", "events.network", "events.sale", "standalone.network"})
package com.hotpotspot.standalone.replay;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
