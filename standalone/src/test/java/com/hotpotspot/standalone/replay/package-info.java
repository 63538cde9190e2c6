/** Tests of the replay. */
@NullMarked
package com.hotpotspot.standalone.replay;

import org.jspecify.annotations.NullMarked;
