/** Tests of the doors, and a stand-in for the system behind them. */
@NullMarked
package com.hotpotspot.client;

import org.jspecify.annotations.NullMarked;
