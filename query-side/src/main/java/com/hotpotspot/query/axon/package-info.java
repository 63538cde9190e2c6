/** The wiring of log, event store, schemas and tokens, all of it declared here and none of it left to chance. */
@NullMarked
package com.hotpotspot.query.axon;

import org.jspecify.annotations.NullMarked;
