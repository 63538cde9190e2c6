package com.hotpotspot.events.audit;

import com.hotpotspot.events.Event;
import com.hotpotspot.events.StreamId;

/** What happens to the audit log, written by the query side, which keeps it. */
public sealed interface AuditEvent extends Event permits AuditKeyRotated, WitnessesChosen {

    /** The stream of the keys that the log was given after its first, one after the other. */
    StreamId KEYS = new StreamId("audit", "keys");

    /** The stream of the witnesses that were chosen, one choice after the other. */
    StreamId WITNESSES = new StreamId("audit", "witnesses");
}
