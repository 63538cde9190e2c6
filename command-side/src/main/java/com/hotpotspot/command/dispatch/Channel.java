package com.hotpotspot.command.dispatch;

import java.util.Locale;

/** The door through which a command came. */
public enum Channel {
    TILL,
    PAGE,
    RELAYER,
    IMPORT,
    /** Nobody came: its time had come. */
    SCHEDULE,
    /** No door of the system: whoever has the machine and the keystore's passphrase. */
    MACHINE;

    String inMetadata() {
        return name().toLowerCase(Locale.ROOT);
    }
}
