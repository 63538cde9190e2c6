/** Tests of the subcommand that makes keystores. */
@NullMarked
package com.hotpotspot.standalone.keystore;

import org.jspecify.annotations.NullMarked;
