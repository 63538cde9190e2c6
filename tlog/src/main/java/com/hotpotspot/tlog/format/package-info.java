/** How texts and numbers are written in every format that this module reads, and what is thrown where they are not. */
@NullMarked
package com.hotpotspot.tlog.format;

import org.jspecify.annotations.NullMarked;
