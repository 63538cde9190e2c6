/** How much of the system anybody may take up, what keeps to it, and by which address strangers are told apart. */
@NullMarked
package com.hotpotspot.limits;

import org.jspecify.annotations.NullMarked;
