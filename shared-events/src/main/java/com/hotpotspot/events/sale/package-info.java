/** The language of selling: a sale, the tokens it mints and the check it leaves with the buyer, all in one stream. */
@NullMarked
package com.hotpotspot.events.sale;

import org.jspecify.annotations.NullMarked;
