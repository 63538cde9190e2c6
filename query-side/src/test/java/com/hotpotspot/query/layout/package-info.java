/** Tests of what pages have in common. */
@NullMarked
package com.hotpotspot.query.layout;

import org.jspecify.annotations.NullMarked;
