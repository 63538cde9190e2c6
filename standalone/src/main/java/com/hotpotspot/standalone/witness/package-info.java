/** The subcommand {@code witness}: a process that cosigns the checkpoints of logs, for a node or for anybody else. */
@NullMarked
@MayUse({"keystore", "limits", "standalone.database", "tlog.checkpoint", "tlog.format", "tlog.note", "tlog.witness"})
@MayTouch(WEB)
package com.hotpotspot.standalone.witness;

import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
