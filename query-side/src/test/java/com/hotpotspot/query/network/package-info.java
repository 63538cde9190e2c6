/** Tests of what is kept about the network. */
@NullMarked
package com.hotpotspot.query.network;

import org.jspecify.annotations.NullMarked;
