package com.hotpotspot.query.audit;

import com.hotpotspot.eventlog.Channel;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.NewEvent;
import com.hotpotspot.eventlog.SequenceTakenException;
import com.hotpotspot.eventlog.Trail;
import com.hotpotspot.events.audit.AuditEvent;
import com.hotpotspot.events.audit.AuditKeyRotated;
import com.hotpotspot.query.audit.TreeTable.AdoptedKey;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps which keys the log has signed with. Whenever the keystore has a newer one, the event log is told of it, and who
 * trusts the old key can learn of the new one from a checkpoint that both have signed.
 */
final class KeyRecords {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRecords.class);

    private final TreeTable table;
    private final LogKeys keys;
    private final AdoptedKeys adopted;
    private final EventLog log;
    private final InstantSource clock;

    KeyRecords(TreeTable table, LogKeys keys, EventLog log, InstantSource clock) {
        this.table = table;
        this.keys = keys;
        this.adopted = new AdoptedKeys(table, Optional.of(keys));
        this.log = log;
        this.clock = clock;
    }

    void bringUpToDate() {
        keys.refresh();
        int current = keys.current();
        List<AdoptedKey> known = adopted.believed();
        if (known.isEmpty()) {
            requireNothingSigned();
            table.add(new AdoptedKey(current, keys.signer(current).verifierKey(), EventLog.EMPTY));
            return;
        }
        for (int version = known.getLast().version() + 1; version <= current; version++) {
            adopt(version, known.getFirst().version());
        }
    }

    /** Keys that are not ours are ignored, unless they have signed. */
    private void requireNothingSigned() {
        if (table.latest().isPresent() && !table.keys().isEmpty()) {
            throw new BrokenLogException(String.format(
                    Locale.ROOT,
                    "The keystore's audit key, version %d, is not the one that this log signs with, or the network had another name then. The log's key is %s.",
                    keys.current(),
                    table.keys().getLast().verifierKey()));
        }
    }

    /** @param first the version that no event tells of */
    private void adopt(int version, int first) {
        AuditKeyRotated rotated =
                new AuditKeyRotated(version, keys.signer(version).verifierKey().toString());
        long position = record(rotated, version - first - 1L);
        table.add(new AdoptedKey(version, keys.signer(version).verifierKey(), position));
        LOG.info("The audit log is signed with key version {} from now on: {}", version, rotated.verifierKey());
    }

    private long record(AuditKeyRotated rotated, long sequence) {
        try {
            return log.append(List.of(NewEvent.of(
                            AuditEvent.KEYS, sequence, rotated, Trail.ofTheSystem(Channel.AUDIT), clock.instant())))
                    .first();
        } catch (SequenceTakenException e) {
            // Another process, or this one before it was stopped, has told of it; it is somewhere below the head.
            LOG.debug("The log knows of audit key version {} already", rotated.version(), e);
            return log.head();
        }
    }
}
