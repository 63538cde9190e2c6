/**
 * The language both sides speak. Events are facts in the past tense; each bears a stable name and a revision, and is
 * stored as canonical JSON (RFC 8785).
 */
@NullMarked
package com.hotpotspot.events;

import org.jspecify.annotations.NullMarked;
