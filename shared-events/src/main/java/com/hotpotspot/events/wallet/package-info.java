/** What other features say of wallets: their permanent, opaque ids. */
@NullMarked
package com.hotpotspot.events.wallet;

import org.jspecify.annotations.NullMarked;
