package com.hotpotspot.query.audit;

import com.hotpotspot.query.audit.TreeTable.AdoptedKey;
import java.util.List;
import java.util.Optional;

/**
 * The keys that the log has ever signed with. A row of the database is believed only if the keystore has that key, so
 * that a row which somebody has slipped in changes nothing. A process without the keystore signs nothing, and takes the
 * rows as they are.
 */
final class AdoptedKeys {

    private final TreeTable table;
    private final Optional<LogKeys> keystore;

    AdoptedKeys(TreeTable table, Optional<LogKeys> keystore) {
        this.table = table;
        this.keystore = keystore;
    }

    /** The log's own, the first one first. */
    List<AdoptedKey> believed() {
        return table.keys().stream().filter(this::isOwn).toList();
    }

    /** How many are written down that were never a key of this log, as far as the keystore knows. */
    long foreign() {
        return keystore.isEmpty() ? 0 : table.keyRows() - believed().size();
    }

    private boolean isOwn(AdoptedKey key) {
        return keystore.map(keys -> keys.isOwn(key.version(), key.verifierKey()))
                .orElse(true);
    }
}
