/** The network's language: its founding, its nodes (points of sale) and their terminals. */
@NullMarked
package com.hotpotspot.events.network;

import org.jspecify.annotations.NullMarked;
