/** The whole system in one JVM, and the commands of the one jar: the entry class and the command line. */
@NullMarked
@MayUse({
    "environment",
    "standalone.backup",
    "standalone.keystore",
    "standalone.replay",
    "standalone.serve",
    "standalone.start",
    "standalone.verify",
    "standalone.witness"
})
package com.hotpotspot.standalone;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
