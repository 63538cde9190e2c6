/** Tests of how projections are filled anew. */
@NullMarked
package com.hotpotspot.query.rebuild;

import org.jspecify.annotations.NullMarked;
