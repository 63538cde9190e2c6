/** The pages for the network's owner, which move as sales happen. */
@NullMarked
package com.hotpotspot.query.page;

import org.jspecify.annotations.NullMarked;
