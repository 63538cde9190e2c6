/** Tests of what those see who run the network. */
@NullMarked
package com.hotpotspot.query.administration;

import org.jspecify.annotations.NullMarked;
