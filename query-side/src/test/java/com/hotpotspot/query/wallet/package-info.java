/** Tests of what is said about wallets. */
@NullMarked
package com.hotpotspot.query.wallet;

import org.jspecify.annotations.NullMarked;
