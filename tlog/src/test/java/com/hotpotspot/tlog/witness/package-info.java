@NullMarked
package com.hotpotspot.tlog.witness;

import org.jspecify.annotations.NullMarked;
