/** A day of selling, made up so that a newcomer's first page is alive; it goes through the same door as a real one. */
@NullMarked
package com.hotpotspot.standalone.demo;

import org.jspecify.annotations.NullMarked;
