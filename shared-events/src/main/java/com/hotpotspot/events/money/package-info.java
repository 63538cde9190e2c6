/** Amounts of money and of tokens: whole numbers, exact arithmetic that fails on overflow, at most 2^53-1. */
@NullMarked
package com.hotpotspot.events.money;

import org.jspecify.annotations.NullMarked;
