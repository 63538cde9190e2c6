/** Tests of what is answered and exported about sales. */
@NullMarked
package com.hotpotspot.query.sale;

import org.jspecify.annotations.NullMarked;
