@NullMarked
package com.hotpotspot.query.witness;

import org.jspecify.annotations.NullMarked;
