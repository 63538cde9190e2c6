/**
 * One sealed file for the secrets of a network: what codes, tokens, checkpoints and wallets are made with. Secrets have
 * names and versions; their bytes leave this package only to whoever asks for one by name, and never as text.
 */
@NullMarked
@MayUse({"events", "events.json"})
package com.hotpotspot.keystore;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
