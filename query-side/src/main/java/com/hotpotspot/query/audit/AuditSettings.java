package com.hotpotspot.query.audit;

import com.hotpotspot.tlog.note.KeyName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
 * @param highWaterMark the file that keeps the last checkpoint that this process has signed, outside of the database;
 *     beside the keystore if it is not said
 * @param peers other servers that publish this log, and are asked what was signed before, at {@code /checkpoint}
 * @param askFirst how long a process waits for witnesses and peers to say what was signed before, while too few do
 * @param look how often all that was sealed is compared with the event log, first at the start; zero for never
 */
@ConfigurationProperties("hotpotspot.audit")
record AuditSettings(
        @DefaultValue("hotpotspot.example") String network,
        @DefaultValue("true") boolean seal,
        @DefaultValue("1s") Duration every,
        @DefaultValue("1000") int events,
        @Nullable Path highWaterMark,
        @DefaultValue List<URI> peers,
        @DefaultValue("10m") Duration askFirst,
        @DefaultValue("24h") Duration look) {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int MOST_PEERS = 20;
    private static final Duration LONGEST_ASKING = Duration.ofHours(24);

    AuditSettings {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("hotpotspot.audit.every must be longer than nothing");
        }
        if (events < 1 || events > 10_000) {
            throw new IllegalArgumentException("hotpotspot.audit.events must be between 1 and 10000");
        }
        peers = List.copyOf(peers);
        for (URI peer : peers) {
            if (peer.getHost() == null
                    || !SCHEMES.contains(String.valueOf(peer.getScheme()))
                    || peer.getRawQuery() != null
                    || peer.getRawFragment() != null) {
                throw new IllegalArgumentException(
                        "hotpotspot.audit.peers must be addresses that begin with https:// or http:// and have no ? or #");
            }
        }
        if (peers.size() > MOST_PEERS) {
            throw new IllegalArgumentException("hotpotspot.audit.peers must not be more than " + MOST_PEERS);
        }
        if (askFirst.isNegative() || askFirst.compareTo(LONGEST_ASKING) > 0) {
            throw new IllegalArgumentException("hotpotspot.audit.ask-first must be between 0s and 24h");
        }
        if (look.isNegative()) {
            throw new IllegalArgumentException("hotpotspot.audit.look must not be negative");
        }
        if (network.endsWith("/")) {
            throw new IllegalArgumentException("hotpotspot.audit.network must not end with a slash");
        }
    }

    /** @param keystore beside which it is if nothing else is said */
    Path highWaterMarkBeside(Path keystore) {
        return highWaterMark == null
                ? keystore.toAbsolutePath().resolveSibling("audit.high-water-mark")
                : highWaterMark;
    }

    /** The first line of every checkpoint, and the name of the key that signs it. */
    KeyName origin() {
        return LogName.of(network);
    }
}
