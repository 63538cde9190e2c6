/** Tests of the demo day. */
@NullMarked
package com.hotpotspot.standalone.demo;

import org.jspecify.annotations.NullMarked;
