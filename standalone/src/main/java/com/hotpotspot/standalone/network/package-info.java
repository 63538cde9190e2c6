/** The network that a newcomer gets: five nodes in the five cities, both types, one founder. */
@NullMarked
package com.hotpotspot.standalone.network;

import org.jspecify.annotations.NullMarked;
