/** The network as it stands: its totals, its nodes and their terminals. */
@NullMarked
package com.hotpotspot.query.network;

import org.jspecify.annotations.NullMarked;
