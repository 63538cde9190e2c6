/** What a stranger may take up of the system, and by which address strangers are told apart. */
@NullMarked
package com.hotpotspot.limits;

import org.jspecify.annotations.NullMarked;
