/** The analyst's stream: the events of the log as they are stored, from any position, and on as they come. */
@NullMarked
package com.hotpotspot.query.stream;

import org.jspecify.annotations.NullMarked;
