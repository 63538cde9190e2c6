/** Tests of the pages, one of them in a real browser. */
@NullMarked
package com.hotpotspot.query.page;

import org.jspecify.annotations.NullMarked;
