/** Tests of the pages of owners and franchisees. */
@NullMarked
package com.hotpotspot.query.overview;

import org.jspecify.annotations.NullMarked;
