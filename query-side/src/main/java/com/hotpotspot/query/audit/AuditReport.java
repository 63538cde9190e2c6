package com.hotpotspot.query.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the audit log stands.
 *
 * @param origin the log's name
 * @param size how many events the last checkpoint covers, 0 before the first
 * @param root of the tree over them, in base64; null before the first checkpoint
 * @param signedAt when it was signed, in milliseconds; null before the first checkpoint
 * @param unsealed how many events are waiting for the next one; null while the log cannot be reached
 * @param keys the log's verifier keys (c2sp.org/signed-note), the current one last
 * @param cosignatures how many witnesses have signed the checkpoint, too
 * @param sealing what this process does, in words
 * @param well whether nothing is known to be wrong
 * @param inspection what the last look at the whole log has shown
 */
public record AuditReport(
        String origin,
        long size,
        @Nullable String root,
        @Nullable Instant signedAt,
        @Nullable Long unsealed,
        List<String> keys,
        int cosignatures,
        String sealing,
        boolean well,
        InspectionReport inspection) {

    /**
     * How far a look at the whole log has come.
     *
     * @param checked how many events were found to be what was sealed
     * @param of how many there are to look at
     * @param finished when the last look at all of them ended; null before the first
     * @param finding the first difference in words; null if there was none
     */
    public record InspectionReport(
            long checked,
            long of,
            @Nullable Instant finished,
            @Nullable String finding) {}
}
