/** Tests of the connections as Netty keeps them. */
@NullMarked
package com.hotpotspot.query.connection;

import org.jspecify.annotations.NullMarked;
