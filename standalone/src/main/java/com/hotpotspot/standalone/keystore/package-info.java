/** The subcommand that makes a keystore, changes its passphrase and tells what it holds. */
@NullMarked
package com.hotpotspot.standalone.keystore;

import org.jspecify.annotations.NullMarked;
