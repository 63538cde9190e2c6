/** Databases and servers that the tests of every module run on. */
@NullMarked
package com.hotpotspot.eventlog.testing;

import org.jspecify.annotations.NullMarked;
