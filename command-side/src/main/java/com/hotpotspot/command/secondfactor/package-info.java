/**
 * Second factors of people: codes that an authenticator shows (TOTP, RFC 6238) and codes to recover with. What they are
 * made from is kept sealed, under a key of the keystore; whether one counts is said by the log.
 */
@NullMarked
@MayUse({"access", "command.credential", "events.account", "keystore"})
@MayTouch(JDBC)
package com.hotpotspot.command.secondfactor;

import static com.hotpotspot.house.Technique.JDBC;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
