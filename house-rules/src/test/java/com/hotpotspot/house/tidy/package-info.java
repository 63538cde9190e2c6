/** Looks at the sources and documents of the whole repository, and says what is untidy and what to do about it. */
@NullMarked
package com.hotpotspot.house.tidy;

import org.jspecify.annotations.NullMarked;
