/** Verifies the access tokens that callers bear (RFC 6750, RFC 9068), the same on both sides. */
@NullMarked
@MayUse({"events", "outside"})
package com.hotpotspot.bearer;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
