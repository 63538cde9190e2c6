/** What the tests of every module stand on. */
@NullMarked
package com.hotpotspot.testing;

import org.jspecify.annotations.NullMarked;
