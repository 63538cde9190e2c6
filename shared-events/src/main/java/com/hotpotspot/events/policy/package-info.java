/** What is decided about minting, from when on. */
@NullMarked
package com.hotpotspot.events.policy;

import org.jspecify.annotations.NullMarked;
