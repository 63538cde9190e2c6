/**
 * Accounts: who may sign in, and what they are trusted with. The {@link com.hotpotspot.command.account.AccountRegistry}
 * knows by heart which role is in force at an instant; who may grant what is in the policies.
 */
@NullMarked
@MayUse({
    "access",
    "answer",
    "command.credential",
    "command.dispatch",
    "command.registry",
    "command.secondfactor",
    "command.verdict",
    "command.web",
    "events",
    "events.account",
    "events.network",
    "events.wallet",
    "openapi"
})
@MayTouch({WEB, AXON})
package com.hotpotspot.command.account;

import static com.hotpotspot.house.Technique.AXON;
import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
