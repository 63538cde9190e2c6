/** Tests of how projections are filled anew, by programs and on their page. */
@NullMarked
package com.hotpotspot.query.rebuild;

import org.jspecify.annotations.NullMarked;
