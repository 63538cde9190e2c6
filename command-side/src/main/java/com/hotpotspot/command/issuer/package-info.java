/**
 * The built-in issuer of tokens (OAuth 2.1, OpenID Connect): programs sign in with their secret, people on a page. What
 * a token says of somebody's roles comes from the accounts.
 */
@NullMarked
@MayUse({
    "access",
    "command.access",
    "command.account",
    "command.credential",
    "command.secondfactor",
    "command.verdict",
    "command.web",
    "eventlog",
    "events",
    "events.account",
    "keystore",
    "language",
    "limits",
    "qr"
})
@MayTouch(WEB)
package com.hotpotspot.command.issuer;

import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
