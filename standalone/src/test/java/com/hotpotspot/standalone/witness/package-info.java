@NullMarked
package com.hotpotspot.standalone.witness;

import org.jspecify.annotations.NullMarked;
