/** Opens the keystore at start, and tells an operator in one line what is wrong if it does not open. */
@NullMarked
package com.hotpotspot.command.keystore;

import org.jspecify.annotations.NullMarked;
