/** What happens to the audit log: the tree over all events that is signed, witnessed and can be verified. */
@NullMarked
package com.hotpotspot.events.audit;

import org.jspecify.annotations.NullMarked;
