/** Tests of what pages do: what their forms become, where they go, and what is shown afterwards. */
@NullMarked
package com.hotpotspot.query.relay;

import org.jspecify.annotations.NullMarked;
