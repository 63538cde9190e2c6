/** The subcommand that runs the whole system in one process: its database, both sides, and a calm console. */
@NullMarked
@MayUse({
    "client",
    "command",
    "command.account",
    "command.receipt",
    "command.verdict",
    "environment",
    "eventlog",
    "events",
    "events.account",
    "events.network",
    "keystore",
    "query",
    "standalone.database",
    "standalone.demo",
    "standalone.start"
})
package com.hotpotspot.standalone.serve;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
