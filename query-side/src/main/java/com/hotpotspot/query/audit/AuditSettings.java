package com.hotpotspot.query.audit;

import com.hotpotspot.verifier.note.KeyName;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the audit log is made.
 *
 * @param network the network's name in it, a host name or a URL without a scheme; must never change
 * @param seal whether this process builds the tree and signs, for which it needs the keystore; several may. One that
 *     does not still serves what others have signed
 * @param every the longest that a new event waits for a checkpoint while the log grows slowly
 * @param events how many events one checkpoint adds at most
 * @param look how often all that was sealed is compared with the event log, first at the start; zero for never
 */
@ConfigurationProperties("hotpotspot.audit")
record AuditSettings(
        @DefaultValue("hotpotspot.example") String network,
        @DefaultValue("true") boolean seal,
        @DefaultValue("1s") Duration every,
        @DefaultValue("1000") int events,
        @DefaultValue("24h") Duration look) {

    AuditSettings {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("hotpotspot.audit.every must be longer than nothing");
        }
        if (events < 1 || events > 10_000) {
            throw new IllegalArgumentException("hotpotspot.audit.events must be between 1 and 10000");
        }
        if (look.isNegative()) {
            throw new IllegalArgumentException("hotpotspot.audit.look must not be negative");
        }
        if (network.endsWith("/")) {
            throw new IllegalArgumentException("hotpotspot.audit.network must not end with a slash");
        }
    }

    /** The first line of every checkpoint, and the name of the key that signs it. */
    KeyName origin() {
        return new KeyName(network + "/audit");
    }
}
