/** Tests of how trade goes: as rows, as answers, as pages. */
@NullMarked
package com.hotpotspot.query.trade;

import org.jspecify.annotations.NullMarked;
