/** The subcommand {@code witness}: a process that cosigns the checkpoints of logs, for a node or for anybody else. */
@NullMarked
package com.hotpotspot.standalone.witness;

import org.jspecify.annotations.NullMarked;
