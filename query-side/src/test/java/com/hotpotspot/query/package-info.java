/** Tests of the query side, on a real database and over real HTTP. */
@NullMarked
package com.hotpotspot.query;

import org.jspecify.annotations.NullMarked;
