package com.hotpotspot.query.audit;

import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.note.KeyName;

/** What the audit log of a network is called. */
public final class LogName {

    private LogName() {}

    /**
     * The first line of every checkpoint, and the name of the key that signs it.
     *
     * @param network as {@code hotpotspot.audit.network} says it
     * @throws FormatException if no log can be called so
     */
    public static KeyName of(String network) {
        FormatException.unless(!network.endsWith("/"), "a network's name ends with a slash");
        return new KeyName(network + "/audit");
    }
}
