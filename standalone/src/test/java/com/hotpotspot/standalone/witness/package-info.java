/** Tests of the subcommand that witnesses. */
@NullMarked
package com.hotpotspot.standalone.witness;

import org.jspecify.annotations.NullMarked;
