/**
 * The tree cut into tiles, and the entries into bundles, as c2sp.org/tlog-tiles serves them: where each one is, and
 * what bytes it has. Where they are kept is not known here.
 */
@NullMarked
@MayUse({"tlog.format", "tlog.merkle"})
package com.hotpotspot.tlog.tile;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
