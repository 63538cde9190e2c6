/** Tests of finding sales and looking at them. */
@NullMarked
package com.hotpotspot.query.saledesk;

import org.jspecify.annotations.NullMarked;
