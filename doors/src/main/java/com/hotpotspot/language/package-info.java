/** In which language somebody reads pages, found the same way on both sides. */
@NullMarked
package com.hotpotspot.language;

import org.jspecify.annotations.NullMarked;
