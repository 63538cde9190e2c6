/** The subcommand that makes a keystore, changes its passphrase and tells what it holds. */
@NullMarked
@MayUse({"command.receipt", "keystore", "query.audit", "tlog.format", "tlog.note"})
package com.hotpotspot.standalone.keystore;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
