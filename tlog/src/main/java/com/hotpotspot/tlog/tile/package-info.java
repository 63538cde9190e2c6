/**
 * The tree cut into tiles, and the entries into bundles, as c2sp.org/tlog-tiles serves them: where each one is, and
 * what bytes it has. Where they are kept is not known here.
 */
@NullMarked
package com.hotpotspot.tlog.tile;

import org.jspecify.annotations.NullMarked;
