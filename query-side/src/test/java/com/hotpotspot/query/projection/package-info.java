/** Tests of the engine that runs projections. */
@NullMarked
package com.hotpotspot.query.projection;

import org.jspecify.annotations.NullMarked;
