/** Tests of scores of witnesses and of the choice that follows from them. */
@NullMarked
package com.hotpotspot.query.witness;

import org.jspecify.annotations.NullMarked;
