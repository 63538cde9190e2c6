/**
 * The system as its clients see it: two doors over HTTP, open to those who sign in. Whatever goes in at the command
 * side has a natural key, so every request may be repeated; that is how a till survives a lost connection or a server
 * that restarts.
 */
@NullMarked
@MayUse({"events", "events.json", "events.money", "events.network", "events.sale"})
@MayTouch(WEB)
package com.hotpotspot.client;

import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
