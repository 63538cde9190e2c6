package com.hotpotspot.eventlog;

import java.util.Locale;

/**
 * How what an event came of got into the system. Events of earlier times may name others, and may name one that says
 * less than the truth: {@code page} of programs, {@code till} of whoever voided or refunded.
 */
public enum Channel {
    /** The token of a till. */
    TILL,
    /** The token of another program. */
    PROGRAM,
    /** The token of somebody who signed in on the pages. */
    PAGE,
    /** The door for history from before the system. */
    IMPORT,
    /** Nobody came: its time had come. */
    SCHEDULE,
    /** No door of the system: whoever has the machine and the keystore's passphrase. */
    MACHINE,
    /** The audit log, which tells of its own keys. */
    AUDIT,
    /** The choice of witnesses. */
    WITNESS_CHOOSING,
    /** The door for files that the network vouches for. */
    EXPORT;

    String inMetadata() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
