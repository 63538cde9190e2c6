/** What is asked of servers that are not ours: briefly, and believing nothing of their size. */
@NullMarked
package com.hotpotspot.outside;

import org.jspecify.annotations.NullMarked;
