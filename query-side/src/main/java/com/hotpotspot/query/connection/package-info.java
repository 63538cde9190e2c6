/**
 * Connections to this side as Netty keeps them: how many may be open, how long one is waited for, and what is answered
 * to a request that is none.
 */
@NullMarked
package com.hotpotspot.query.connection;

import org.jspecify.annotations.NullMarked;
