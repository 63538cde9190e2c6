/** Secrets that accounts sign in with: made here, shown once, and kept as hashes from which they cannot be told. */
@NullMarked
package com.hotpotspot.command.credential;

import org.jspecify.annotations.NullMarked;
