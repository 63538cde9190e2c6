/** What the tests stand on: a log to write to, and a running query side that reads it. */
@NullMarked
package com.hotpotspot.query.testing;

import org.jspecify.annotations.NullMarked;
