package com.hotpotspot.query.audit;

import com.hotpotspot.query.web.Problem;
import com.hotpotspot.tlog.proof.TlogProof;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A {@code .tlog-proof} as a file to keep. */
public final class ProofFile {

    /** How checkpoints, keys and proofs are sent. */
    static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private ProofFile() {}

    /**
     * The proof for one event, with the checkpoint that covers it.
     *
     * @param position from 0
     * @throws Problem 404 if no checkpoint covers it yet
     */
    public static ResponseEntity<byte[]> of(AuditQueries audit, long position) {
        TlogProof proof = audit.proof(position)
                .orElseThrow(() -> Problem.of(
                        AuditCode.POSITION_NOT_SEALED,
                        String.format(
                                Locale.ROOT,
                                "No checkpoint covers position %d yet. An event is covered about a second after it was recorded.",
                                position)));
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        String.format(Locale.ROOT, "event-%d.tlog-proof", position),
                                        StandardCharsets.US_ASCII)
                                .build()
                                .toString())
                .body(proof.bytes());
    }
}
