/** What happens to the audit log: the tree over all events that is signed, witnessed and can be verified. */
@NullMarked
@MayUse({"events", "events.network"})
package com.hotpotspot.events.audit;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
