/** Files that were given out of the network's books. */
@NullMarked
package com.hotpotspot.events.export;

import org.jspecify.annotations.NullMarked;
