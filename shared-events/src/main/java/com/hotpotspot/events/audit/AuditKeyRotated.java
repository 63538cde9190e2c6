package com.hotpotspot.events.audit;

import com.hotpotspot.events.EventName;

/**
 * From now on checkpoints are signed with another key. The first key of a log is never announced this way.
 *
 * @param version the key's in the keystore
 * @param verifierKey what others verify with, {@code name+hash+base64} (c2sp.org/signed-note)
 */
@EventName("audit.key-rotated")
public record AuditKeyRotated(int version, String verifierKey) implements AuditEvent {}
