/** Secrets that accounts sign in with: made here, shown once, and kept as hashes from which they cannot be told. */
@NullMarked
@MayUse({"access", "events.account", "limits"})
@MayTouch(JDBC)
package com.hotpotspot.command.credential;

import static com.hotpotspot.house.Technique.JDBC;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
