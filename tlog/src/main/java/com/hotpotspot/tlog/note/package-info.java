/**
 * Signed notes as C2SP specifies them (c2sp.org/signed-note): text with Ed25519 signatures, verifier keys, and the
 * timestamped signatures of witnesses (c2sp.org/tlog-cosignature). What the text says is not known here.
 */
@NullMarked
@MayUse({"tlog.format", "tlog.merkle"})
package com.hotpotspot.tlog.note;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
