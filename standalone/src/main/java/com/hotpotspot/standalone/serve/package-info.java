/** The subcommand that runs the whole system in one process: its database, both sides, and a calm console. */
@NullMarked
package com.hotpotspot.standalone.serve;

import org.jspecify.annotations.NullMarked;
