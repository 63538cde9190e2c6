/**
 * Signed notes as C2SP specifies them (c2sp.org/signed-note): text with Ed25519 signatures, verifier keys, and the
 * timestamped signatures of witnesses (c2sp.org/tlog-cosignature). What the text says is not known here.
 */
@NullMarked
package com.hotpotspot.tlog.note;

import org.jspecify.annotations.NullMarked;
