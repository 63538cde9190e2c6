/**
 * The network: founded once, made of nodes (points of sale) with their terminals. Who may sell where is answered by the
 * {@link com.hotpotspot.command.network.NetworkRegistry}, in memory and never by the database.
 */
@NullMarked
@MayUse({
    "access",
    "answer",
    "command.account",
    "command.credential",
    "command.dispatch",
    "command.registry",
    "command.verdict",
    "command.web",
    "events",
    "events.account",
    "events.money",
    "events.network",
    "events.wallet",
    "openapi"
})
@MayTouch({WEB, AXON})
package com.hotpotspot.command.network;

import static com.hotpotspot.house.Technique.AXON;
import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
