/** Opens the keystore at start, and tells an operator in one line what is wrong if it does not open. */
@NullMarked
@MayUse("keystore")
package com.hotpotspot.command.keystore;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
