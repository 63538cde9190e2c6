/** Failure drills: real processes that sell, are struck by what happens in the field, and must have lost nothing. */
@NullMarked
package com.hotpotspot.standalone.drill;

import org.jspecify.annotations.NullMarked;
