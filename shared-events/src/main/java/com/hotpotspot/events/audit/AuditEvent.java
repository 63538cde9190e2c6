package com.hotpotspot.events.audit;

import com.hotpotspot.events.Event;

/** What happens to the audit log, written by the query side, which keeps it. */
public sealed interface AuditEvent extends Event permits AuditKeyRotated {}
