/** Who can reach a server, and what must be true before others than this machine may. */
@NullMarked
package com.hotpotspot.exposure;

import org.jspecify.annotations.NullMarked;
