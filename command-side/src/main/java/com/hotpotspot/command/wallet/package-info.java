/** Who holds a wallet, and of which kind it is. */
@NullMarked
package com.hotpotspot.command.wallet;

import org.jspecify.annotations.NullMarked;
